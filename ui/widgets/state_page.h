// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace quantloupe {

class DetailsSection;

/// What a view says instead of its content: what the state is and what can be done about it.
struct PageState
{
    QString title;
    /// One sentence.
    QString sentence;
    /// Shown folded; for errors.
    QString details;
    /// At most two, the likeliest first; not owned.
    QList<QAction *> actions;
    /// 0..1, or negative for work of unknown length; absent when nothing is running.
    std::optional<double> progress;
};

/// The empty, loading and failed state of a view; scrolls where it is too low for its words.
class StatePage : public QWidget
{
    Q_OBJECT

public:
    explicit StatePage(QWidget *parent = nullptr);
    void setState(const PageState &state);
    /// As PageState::progress, while running.
    void setProgress(double fraction);
    /// Visible while running.
    QWidget *cancelButton() const;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cancelRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    QWidget *createColumn();
    void connectSignals();
    void fitSize();
    /// Buttons side by side, or one below the other where they would widen the page.
    void fitButtons();
    QLabel *createLabel(const QString &name);
    void setActions(const QList<QAction *> &actions);
    /// The palette has the buttons' actions as long as the page is seen.
    void offerActions();
    void withdrawActions();

    QScrollArea *m_scroll = nullptr;
    /// All that scrolls.
    QWidget *m_page = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QList<QPushButton *> m_buttons;
    QList<QPointer<QAction>> m_actions;
    QWidget *m_buttonRow = nullptr;
    DetailsSection *m_details = nullptr;
};

} // namespace quantloupe
