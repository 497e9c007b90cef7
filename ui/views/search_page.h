// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/search_controller.h"
#include "models/compare_set.h"
#include "widgets/file_content.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace quantloupe {

class ElidedLabel;
class MessageBanner;
class ProgressLine;
class SearchForm;
class SearchResults;
class StaleVeil;
class StatePage;

/// Which bits are best under a budget or within a bound: what is searched, the answer in words,
/// predicted and exact, and the front it comes from.
class SearchPage : public QWidget
{
    Q_OBJECT

public:
    /// `open` is the button of the empty state; not owned.
    SearchPage(QuantDocument *document, CompareSet *kept, SearchController *controller,
               QAction *open, QWidget *parent = nullptr);
    /// Brings the page to the front and starts a search.
    QAction *findAction() const { return m_find; }
    /// Also in the context menus of front and table.
    QAction *copyCommandAction() const { return m_copyCommand; }
    QAction *loadAction() const;
    QAction *keepAction() const;
    /// Settings and axes, for the session, and back.
    QJsonObject choice() const;
    void setChoice(const QJsonObject &choice);

Q_SIGNALS:
    /// The page should come to the front.
    void revealed();
    void exported(const QString &path, const quantloupe::FileContent &content);
    /// choice() is another.
    void choiceChanged();
    /// Whether the page itself shows how far the search is.
    void progressSeen(bool seen);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createActions();
    void createWidgets();
    void createTexts();
    void createLayout();
    QWidget *createFormColumn();
    /// As wide as the form needs in its font; it scrolls upwards and downwards only.
    void fitFormColumn();
    QWidget *createResultColumn();
    void connectSignals();
    void connectController();

    void startOrCancel();
    void showKnown();
    void showState();
    void showHead();
    void showProgress();
    void showFailure(const QString &sentence, const QString &details);
    /// Says what there is instead of the content; false where that can be shown.
    bool showGap();
    bool showsContent() const;
    QString invitation() const;
    QString progressText() const;
    /// In fewer and fewer words.
    QStringList summary() const;
    QStringList answer() const;
    QString noteText() const;

    QuantDocument *m_document;
    CompareSet *m_kept;
    SearchController *m_controller;
    QAction *m_open;
    QAction *m_find = nullptr;
    QAction *m_copyCommand = nullptr;
    /// In states without content, and in the banner.
    QAction *m_start = nullptr;
    SearchForm *m_form = nullptr;
    QScrollArea *m_formScroll = nullptr;
    QPushButton *m_run = nullptr;
    MessageBanner *m_banner = nullptr;
    ElidedLabel *m_answer = nullptr;
    ElidedLabel *m_summary = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePage *m_state = nullptr;
    SearchResults *m_results = nullptr;
    StaleVeil *m_veil = nullptr;
    ElidedLabel *m_note = nullptr;
    ProgressLine *m_progress = nullptr;
    /// What the last failure said.
    QString m_failure;
    QString m_failureDetails;
    bool m_isFailureNew = false;
};

} // namespace quantloupe
