// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs_page.h"

#include "models/run_words.h"
#include "views/run_details.h"
#include "views/runs_table.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/message_banner.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace quantloupe {

namespace {

/// The filter grows before the name of the file does.
constexpr int kFilterShare = 2;
constexpr int kTableShare = 3;
constexpr int kDetailsShare = 2;
/// More than any screen, so that the splitter shrinks both parts alike.
constexpr int kPart = 10000;
constexpr int kFilterPause = 200;
constexpr int kFilterCharacters = 24;

} // namespace

RunsPage::RunsPage(RunsController *controller, QWidget *parent)
    : QWidget(parent), m_controller(controller)
{
    createActions();
    createWidgets();
    createLayout();
    connectSignals();
    showKnown();
    showChosen();
}

QAction *RunsPage::createAction(const char *objectName, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    return action;
}

void RunsPage::createActions()
{
    m_open = createAction("openRunStore", tr("Open a run store…"));
    m_new = createAction("newRunStore", tr("New run store…"));
    m_keep = createAction("keepRuns", tr("Keep new runs"));
    m_keep->setCheckable(true);
    m_keep->setToolTip(tr("Measurements of this window become runs of the open store"));
    m_again = createAction("openRunStoreAgain", tr("Try again"));
    m_load = createAction("loadRun", tr("Load configuration"));
    m_load->setToolTip(tr("The layers get the settings that the run was asked with (Enter)"));
    m_best = createAction("loadBestOfRun", tr("Load best configuration"));
    m_best->setToolTip(tr("The layers get the best settings that the search found"));
    m_repeat = createAction("repeatRun", tr("Repeat this run"));
    m_repeat->setToolTip(tr("Sets layers and pages to what the run asked, in one step for the "
                            "layers, and asks it again (Ctrl+Enter)"));
    m_repeat->setEnabled(false);
    m_copy = createAction("copyRun", tr("Copy as command"));
    m_copy->setToolTip(tr("The command that was asked, in its folder, for a shell"));
    m_copyRepeat = createAction("copyRunRepeat", tr("Copy command to repeat it"));
    m_copyRepeat->setToolTip(tr("Runs it again and keeps the answer in the same store"));
    m_copyVerify = createAction("copyRunVerify", tr("Copy command to verify it"));
    m_copyVerify->setToolTip(tr("Runs it again and compares every value with the stored one"));
    m_remove = createAction("removeRun", tr("Delete run"));
    m_undo = createAction("undoRemoveRun", tr("Bring it back"));
}

void RunsPage::createWidgets()
{
    setObjectName("page:runs");
    setHelpPage(this, "runs");
    createHead();
    m_banner = new MessageBanner(this);
    m_banner->setObjectName("runsBanner");
    setHelpPage(m_banner, "window#messages", {"Esc"});
    m_stack = new QStackedWidget(this);
    // The other tabs say how narrow the dock may be.
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_state = new StatePage(this);
    m_state->setObjectName("runsState");
    m_table = new RunsTable(this);
    m_table->setActions(runActions());
    m_details = new RunDetails(m_controller, {m_repeat, m_best}, this);
}

void RunsPage::createHead()
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName("runsFilter");
    m_filter->setAccessibleName(tr("Filter the runs"));
    m_filter->setPlaceholderText(tr("Command, generator, note or tag"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(kFilterCharacters * 2 * fontMetrics().averageCharWidth());
    m_filterPause.setSingleShot(true);
    m_filterPause.setInterval(kFilterPause);
    m_file = new ElidedLabel(this);
    m_file->setObjectName("runsFile");
    m_file->setFont(smallFont(font()));
    m_storeButton = new QPushButton(tr("Store"), this);
    m_storeButton->setObjectName("runStoreButton");
    m_storeButton->setAccessibleName(tr("Run store"));
    auto *menu = new QMenu(m_storeButton);
    menu->setObjectName("runStoreMenu");
    menu->addActions({m_open, m_new});
    menu->addSeparator();
    menu->addAction(m_keep);
    menu->setToolTipsVisible(true);
    m_storeButton->setMenu(menu);
    m_loadButton = new QPushButton(m_load->text(), this);
    m_loadButton->setObjectName("loadRunButton");
    m_loadButton->setToolTip(m_load->toolTip());
}

void RunsPage::createLayout()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpacing);
    head->addWidget(m_filter, kFilterShare);
    head->addWidget(m_file, 1);
    head->addWidget(m_loadButton);
    head->addWidget(m_storeButton);
    m_content = new QSplitter(Qt::Horizontal, this);
    m_content->setObjectName("runsSplitter");
    m_content->setChildrenCollapsible(false);
    m_content->addWidget(m_table);
    m_content->addWidget(m_details);
    m_content->setStretchFactor(0, kTableShare);
    m_content->setStretchFactor(1, kDetailsShare);
    m_content->setSizes({kTableShare * kPart, kDetailsShare * kPart});
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingTight);
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
}

void RunsPage::connectSignals()
{
    connect(m_filter, &QLineEdit::textChanged, &m_filterPause, qOverload<>(&QTimer::start));
    connect(&m_filterPause, &QTimer::timeout, this,
            [this] { m_controller->setFilter(m_filter->text()); });
    connect(m_loadButton, &QPushButton::clicked, m_load, &QAction::trigger);
    connect(m_table, &RunsTable::runChosen, m_controller, &RunsController::choose);
    connect(m_table, &RunsTable::loadWanted, m_load, &QAction::trigger);
    connect(m_table, &RunsTable::repeatWanted, m_repeat, &QAction::trigger);
    connect(m_table, &RunsTable::removeWanted, m_remove, &QAction::trigger);
    connectActions();
    connectController();
}

void RunsPage::connectActions()
{
    connect(m_open, &QAction::triggered, this, &RunsPage::chooseFile);
    connect(m_new, &QAction::triggered, this, &RunsPage::chooseNewFile);
    connect(m_again, &QAction::triggered, this,
            [this] { m_controller->open(m_controller->file()); });
    connect(m_load, &QAction::triggered, m_controller, &RunsController::load);
    connect(m_best, &QAction::triggered, m_controller, &RunsController::loadBest);
    connect(m_copy, &QAction::triggered, this, [this] {
        if (m_controller->chosen())
            Q_EMIT commandWanted(runLine(*m_controller->chosen()));
    });
    connect(m_copyRepeat, &QAction::triggered, this,
            [this] { copyRunsLine(QStringLiteral("repeat")); });
    connect(m_copyVerify, &QAction::triggered, this,
            [this] { copyRunsLine(QStringLiteral("verify")); });
    connect(m_remove, &QAction::triggered, m_controller, &RunsController::remove);
    connect(m_undo, &QAction::triggered, m_controller, &RunsController::undoRemove);
}

void RunsPage::connectController()
{
    connect(m_controller, &RunsController::changed, this, &RunsPage::showKnown);
    connect(m_controller, &RunsController::chosenChanged, this, &RunsPage::showChosen);
    connect(m_controller, &RunsController::told, this, [this](const QString &sentence) {
        m_banner->showMessage(MessageKind::Warning, sentence);
    });
    connect(m_controller, &RunsController::failed, this,
            [this](const QString &sentence, const QString &details) {
                m_banner->showMessage(MessageKind::Error, sentence, details);
            });
}

void RunsPage::copyRunsLine(const QString &action)
{
    if (m_controller->chosenRun() != 0)
        Q_EMIT commandWanted(runsLine(m_controller->file(), action, m_controller->chosenRun()));
}

QFileDialog *RunsPage::fileDialog(const char *objectName, const QString &title)
{
    auto *dialog = new QFileDialog(this, title, {}, tr("Run stores (*.db);;All files (*)"));
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_controller->file().isEmpty())
        dialog->setDirectory(QFileInfo(m_controller->file()).absolutePath());
    return dialog;
}

void RunsPage::chooseFile()
{
    QFileDialog *dialog = fileDialog("runStoreDialog", tr("Open a run store"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RunsPage::fileChosen);
    dialog->open();
}

/// One that is there is opened: no run is ever overwritten.
void RunsPage::chooseNewFile()
{
    QFileDialog *dialog = fileDialog("newRunStoreDialog", tr("New run store"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("db"));
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, this, &RunsPage::newFileChosen);
    dialog->open();
}

bool RunsPage::showGap()
{
    using State = RunsController::State;
    const QString name = QFileInfo(m_controller->file()).fileName();
    PageState page;
    switch (m_controller->state()) {
    case State::None:
        page = {tr("No run store is open"),
                tr("Measurements of this window, and of quantloupe-cli with --store, are kept in "
                   "a file: open one or make a new one, to look runs up, note what they told, and "
                   "load their configurations."),
                {},
                {m_open, m_new},
                {}};
        break;
    case State::Opening:
        page = {tr("Opening %1").arg(name),
                tr("All of it is read once, to know that it is whole."),
                {},
                {},
                -1.0};
        break;
    case State::Failed:
        page = {tr("%1 could not be opened").arg(name),
                m_controller->failure(),
                m_controller->failureDetails(),
                {m_again, m_open},
                {}};
        break;
    case State::Open:
        if (!m_controller->runs().empty())
            return false;
        page = m_filter->text().trimmed().isEmpty()
                   ? PageState{tr("%1 holds no runs").arg(name),
                               tr("Measure something in this window, or give --store with this "
                                  "file to a command, and the run is kept."),
                               {},
                               {m_open},
                               {}}
                   : PageState{tr("No run fits the filter"),
                               tr("It looks into commands, generators, notes and tags."),
                               {},
                               {},
                               {}};
        break;
    }
    m_state->setState(page);
    m_stack->setCurrentWidget(m_state);
    return true;
}

void RunsPage::showKnown()
{
    m_table->setRuns(m_controller->runs(), m_controller->chosenRun());
    if (!showGap())
        m_stack->setCurrentWidget(m_content);
    const bool isOpen = m_controller->state() == RunsController::State::Open;
    m_file->setText(isOpen ? m_controller->file() : QString());
    m_filter->setEnabled(isOpen);
    m_keep->setEnabled(isOpen);
    m_loadButton->setVisible(m_stack->currentWidget() == m_content);
    showRemoved();
}

/// Until another one is removed.
void RunsPage::showRemoved()
{
    const RunId removed = m_controller->removed();
    if (removed == m_toldRemoved)
        return;
    m_toldRemoved = removed;
    if (removed == 0)
        m_banner->withdraw(m_undo);
    else
        m_banner->showMessage(MessageKind::Info, tr("Run %1 is deleted.").arg(removed), {}, m_undo);
}

void RunsPage::showChosen()
{
    const auto &run = m_controller->chosen();
    for (QAction *action : {m_load, m_copyRepeat, m_copyVerify, m_remove})
        action->setEnabled(run.has_value());
    m_copy->setEnabled(run && !run->summary.words.empty());
    m_loadButton->setEnabled(run.has_value());
    m_best->setEnabled(m_controller->hasBest());
}

void RunsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_wasSeen, true))
        Q_EMIT seen();
    else
        m_controller->refresh();
}

} // namespace quantloupe
