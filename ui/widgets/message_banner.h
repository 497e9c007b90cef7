// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QAction;
class QGridLayout;
class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace quantloupe {

class DetailsSection;

enum class MessageKind { Info, Warning, Error };

/// A message in place, above the content it is about. Hidden until shown, and after dismissal.
class MessageBanner : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBanner(QWidget *parent = nullptr);
    /// One sentence and what to do; `details` are shown folded, `action` (not owned) as a button.
    void showMessage(MessageKind kind, const QString &text, const QString &details = {},
                     QAction *action = nullptr);
    /// A second button for the message that is shown; not owned.
    void offerAlso(QAction *action);
    void dismiss();
    /// Dismisses the message that offers this action; any other stays.
    void withdraw(const QAction *action);
    /// The same for the message of this text.
    void withdraw(const QString &text);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the user or by dismiss().
    void dismissed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    /// The button runs it; the palette has it as long as the message is shown.
    void setAction(QPointer<QAction> &place, QPushButton *button, QAction *action);
    /// Beside text and buttons.
    int chromeWidth() const;
    int buttonsWidth() const;
    /// Beside the text, or below it where that would leave the text a narrow column.
    void placeButtons();

    MessageKind m_kind = MessageKind::Info;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_button = nullptr;
    QPushButton *m_other = nullptr;
    QToolButton *m_close = nullptr;
    DetailsSection *m_details = nullptr;
    QPointer<QAction> m_action;
    QPointer<QAction> m_alternative;
    QGridLayout *m_grid = nullptr;
    QBoxLayout *m_buttons = nullptr;
};

} // namespace quantloupe
