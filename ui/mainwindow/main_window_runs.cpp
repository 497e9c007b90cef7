// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "jobs/recipe_controller.h"
#include "jobs/run_log.h"
#include "jobs/search_controller.h"
#include "jobs/sensitivity_controller.h"
#include "mainwindow/copy_command.h"
#include "mainwindow/main_window.h"
#include "mainwindow/run_repeater.h"
#include "mainwindow/run_requests.h"
#include "mainwindow/runs_tab.h"
#include "mainwindow/session_store.h"
#include "session/run_picture.h"
#include "views/plots_dock.h"
#include "views/recipe_page.h"

namespace quantloupe {

void MainWindow::createRuns()
{
    m_runs = new RunsTab(&m_document, m_files, m_plots, this);
    RunLog *log = m_runs->log();
    log->setPainter(
        [&session = m_session](const SampleRequest &request, const RunContext &context) {
            return runPicture(session, request, Lane::Compute, context);
        });
    m_metrics->setRecording([this, log](const MetricsRequest &asked) {
        return log->recorder(
            requestOf(askedCommand(m_document, asked, m_metrics->settings()), m_document));
    });
    m_sensitivity->setRecording([this, log] {
        return log->recorder(requestOf(sweptSensitivity(m_document, *m_sensitivity), m_document));
    });
    m_search->setRecording([this, log] {
        return log->recorder(requestOf(searchedBits(m_document, *m_search), m_document));
    });
    m_recipes->setRecording([this, log] {
        return log->recorder(requestOf(askedRecipe(m_document, *m_recipes), m_document));
    });
    m_repeater = new RunRepeater({&m_document, m_metrics, m_sensitivity, m_search, m_recipes},
                                 m_runs->controller(), m_runs->repeatAction(), this);
}

void MainWindow::connectRuns()
{
    connect(m_runs, &RunsTab::commandMade, this,
            [this](const QString &line) { copyLine(line.toStdString()); });
    connect(m_repeater, &RunRepeater::revealed, m_plots, &PlotsDock::showTab);
    connect(m_repeater, &RunRepeater::recipeWanted, m_recipePage, &RecipePage::run);
    connect(m_runs->log(), &RunLog::failed, this, &MainWindow::showError);
    m_keeper->addPart({QStringLiteral("runs"), [this] { return m_runs->choice(); },
                       [this](const QJsonValue &choice) { m_runs->setChoice(choice.toObject()); }});
    connect(m_runs, &RunsTab::choiceChanged, m_keeper, &SessionStore::touch);
}

} // namespace quantloupe
