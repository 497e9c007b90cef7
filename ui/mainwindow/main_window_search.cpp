// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "jobs/file_writer.h"
#include "jobs/job_indicator.h"
#include "jobs/metrics_controller.h"
#include "jobs/search_controller.h"
#include "mainwindow/copy_command.h"
#include "mainwindow/main_window.h"
#include "mainwindow/session_store.h"
#include "mainwindow/window_actions.h"
#include "views/plots_dock.h"
#include "views/search_page.h"
#include "widgets/disabled_reason.h"

namespace quantloupe {

void MainWindow::createSearch()
{
    m_search = new SearchController(searchEngine(m_session), &m_document, &m_computeLane, this);
    m_search->setMeasuring(m_metrics->settings());
    m_searchPage = new SearchPage(&m_document, &m_compareSet, m_search, m_actions.open, m_plots);
    m_plots->addPage(m_searchPage, tr("Search"));
    setUnavailableReason(m_searchPage->findAction(),
                         tr("Needs a generator, a bit-width, a method, and that no search runs"));
    sayWhyDisabled(m_searchPage->copyCommandAction(), tr("Nothing was searched yet"));
    setUnavailableReason(m_searchPage->loadAction(), tr("Nothing was searched yet"));
    setUnavailableReason(m_searchPage->keepAction(),
                         tr("Needs a search, and room among the kept configurations"));
}

void MainWindow::connectSearch()
{
    m_keeper->addPart(
        {QStringLiteral("search"), [this] { return m_searchPage->choice(); },
         [this](const QJsonValue &choice) { m_searchPage->setChoice(choice.toObject()); }});
    connect(m_searchPage, &SearchPage::choiceChanged, m_keeper, &SessionStore::touch);
    connect(m_metrics, &MetricsController::settingsChanged, m_search,
            [this] { m_search->setMeasuring(m_metrics->settings()); });
    connect(m_searchPage, &SearchPage::revealed, m_plots,
            [this] { m_plots->showTab(m_searchPage->objectName()); });
    connect(m_searchPage, &SearchPage::exported, m_files, &FileWriter::write);
    connect(m_searchPage->copyCommandAction(), &QAction::triggered, this, &MainWindow::copySearch);
    connect(m_searchPage, &SearchPage::progressSeen, m_jobIndicator,
            [this](bool seen) { m_jobIndicator->setToldElsewhere(m_searchPage, seen); });
}

void MainWindow::copySearch()
{
    try {
        copyLine(shellLine(commandWords(searchedBits(m_document, *m_search))));
    } catch (const Error &error) {
        refuseCommand(error);
    }
}

} // namespace quantloupe
