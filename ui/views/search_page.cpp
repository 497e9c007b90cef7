// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search_page.h"

#include "views/search_form.h"
#include "views/search_results.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/message_banner.h"
#include "widgets/progress_line.h"
#include "widgets/reading_block.h"
#include "widgets/row_scroll_area.h"
#include "widgets/stale_veil.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

const QString kAxes = QStringLiteral("axes");

} // namespace

SearchPage::SearchPage(QuantDocument *document, CompareSet *kept, SearchController *controller,
                       QAction *open, QWidget *parent)
    : QWidget(parent), m_document(document), m_kept(kept), m_controller(controller), m_open(open)
{
    createActions();
    createWidgets();
    createLayout();
    connectSignals();
    showKnown();
}

void SearchPage::createActions()
{
    m_find = new QAction(tr("Search for &bits"), this);
    m_find->setObjectName("searchBits");
    m_find->setToolTip(tr("The best bits of each layer under a budget or within a bound"));
    m_find->setStatusTip(m_find->toolTip());
    m_copyCommand = new QAction(tr("Copy search as comman&d"), this);
    m_copyCommand->setObjectName("copySearch");
    m_copyCommand->setToolTip(tr("The quantloupe-cli command that gives this front, for a shell"));
    m_start = new QAction(this);
    m_start->setObjectName("startSearch");
}

void SearchPage::createWidgets()
{
    setObjectName("page:search");
    setHelpPage(this, "search");
    m_form = new SearchForm(this);
    m_form->setSettings(m_controller->settings());
    m_run = new QPushButton(this);
    m_run->setObjectName("searchRun");
    m_banner = new MessageBanner(this);
    m_banner->setObjectName("searchBanner");
    setHelpPage(m_banner, "search", {"Esc"});
    m_state = new StatePage(this);
    m_state->setObjectName("searchState");
    m_results = new SearchResults(m_document, m_kept, m_controller, this);
    m_results->addMenuAction(m_copyCommand);
    m_stack = new QStackedWidget(this);
    // The other tabs say how narrow the dock may be.
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_progress = new ProgressLine(m_stack);
    createTexts();
}

void SearchPage::createTexts()
{
    m_answer = new ElidedLabel(this);
    m_answer->setObjectName("searchAnswer");
    QFont strong = font();
    strong.setBold(true);
    m_answer->setFont(strong);
    m_summary = new ElidedLabel(this);
    m_summary->setObjectName("searchSummary");
    m_summary->setFont(smallFont(font()));
    m_note = new ElidedLabel(this);
    m_note->setObjectName("searchNote");
    m_note->setFont(smallFont(font()));
}

void SearchPage::createLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingWide);
    layout->addWidget(createFormColumn());
    layout->addWidget(createResultColumn(), 1);
}

QWidget *SearchPage::createFormColumn()
{
    auto *column = new QWidget(this);
    column->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_formScroll = new RowScrollArea(this);
    m_formScroll->setObjectName("searchFormScroll");
    m_formScroll->setAccessibleName(tr("What is searched"));
    m_formScroll->setWidgetResizable(true);
    m_formScroll->setFrameShape(QFrame::NoFrame);
    m_formScroll->setFocusPolicy(Qt::NoFocus);
    m_formScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formScroll->setWidget(m_form);
    fitFormColumn();
    // What is scrolled away is above the button all the same.
    readAsBlock(m_formScroll);
    readAsBlock(column);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_formScroll, 1);
    layout->addWidget(m_run);
    return column;
}

void SearchPage::fitFormColumn()
{
    // Layouts inside of layouts learn of another font one turn of the event loop after the other.
    for (QWidget *field : m_form->findChildren<QWidget *>())
        field->updateGeometry();
    m_formScroll->setMinimumWidth(m_form->sizeHint().width() +
                                  m_formScroll->verticalScrollBar()->sizeHint().width());
}

QWidget *SearchPage::createResultColumn()
{
    auto *column = new QWidget(this);
    readAsBlock(column);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpacing);
    head->addWidget(m_results->quantityList());
    head->addWidget(m_results->costList());
    head->addWidget(m_summary, 1);
    m_veil = new StaleVeil(m_results);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_results);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_banner);
    layout->addWidget(m_answer);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_note);
    return column;
}

void SearchPage::connectSignals()
{
    connect(m_find, &QAction::triggered, this, &SearchPage::revealed);
    // The button that was pressed is about to go; this one stays, and cancels.
    for (const QAction *action : {m_find, m_start})
        connect(action, &QAction::triggered, this, [this] {
            m_controller->start();
            m_run->setFocus();
        });
    connect(m_run, &QPushButton::clicked, this, &SearchPage::startOrCancel);
    connect(m_state, &StatePage::cancelRequested, m_controller, &SearchController::cancel);
    connect(m_form, &SearchForm::edited, m_controller, &SearchController::setSettings);
    connect(m_results, &SearchResults::exported, this, &SearchPage::exported);
    connect(m_results, &SearchResults::chosen, this, &SearchPage::choiceChanged);
    connectController();
}

void SearchPage::connectController()
{
    connect(m_controller, &SearchController::settingsChanged, this, [this] {
        m_form->setSettings(m_controller->settings());
        Q_EMIT choiceChanged();
    });
    connect(m_controller, &SearchController::changed, this, &SearchPage::showKnown);
    // A drag edits the document many times a second.
    connect(m_controller, &SearchController::questionChanged, this, [this] {
        if (isVisible())
            showKnown();
    });
    connect(m_controller, &SearchController::progressed, this, &SearchPage::showProgress);
    connect(m_controller, &SearchController::failed, this, &SearchPage::showFailure);
}

void SearchPage::startOrCancel()
{
    if (m_controller->isRunning())
        m_controller->cancel();
    else
        m_controller->start();
}

QAction *SearchPage::loadAction() const
{
    return m_results->loadAction();
}

QAction *SearchPage::keepAction() const
{
    return m_results->keepAction();
}

QJsonObject SearchPage::choice() const
{
    QJsonObject choice = toJson(m_controller->settings());
    choice.insert(kAxes, m_results->choice());
    return choice;
}

void SearchPage::setChoice(const QJsonObject &choice)
{
    m_controller->setSettings(searchSettings(choice));
    m_results->setChoice(choice[kAxes].toObject());
    showKnown();
}

void SearchPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showKnown();
}

void SearchPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    showProgress();
}

void SearchPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_progress->setGeometry(0, 0, m_stack->width(), ProgressLine::kThickness);
    m_progress->raise();
}

void SearchPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The fields have the font after the page.
    if (event->type() == QEvent::FontChange && m_formScroll)
        QMetaObject::invokeMethod(this, &SearchPage::fitFormColumn, Qt::QueuedConnection);
}

} // namespace quantloupe
