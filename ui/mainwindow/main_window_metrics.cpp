// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "jobs/file_writer.h"
#include "jobs/job_indicator.h"
#include "jobs/metrics_controller.h"
#include "mainwindow/copy_command.h"
#include "mainwindow/main_window.h"
#include "session/session.h"
#include "views/plots_dock.h"
#include "widgets/message_banner.h"

#include <QSettings>

#include <algorithm>

namespace quantloupe {

namespace {

/// Of the window's height.
constexpr double kPlotsShare = 0.33;
/// A message over the verdict and the first rows of numbers.
constexpr int kFewestPlotsLines = 21;

MetricsEngine engineOf(Session &session)
{
    MetricsEngine engine;
    engine.measure = [&session](const MetricsRequest &request, const RunContext &context,
                                const MetricsSink &sink) {
        return session.measure(request, Lane::Compute, context, sink);
    };
    engine.estimate = [&session](const MetricsRequest &request, const RunContext &context) {
        return session.estimate(request, Lane::Compute, context);
    };
    engine.size = [&session](const QuantDocument &document) {
        return session.size(*document.generator(), document.config());
    };
    return engine;
}

} // namespace

void MainWindow::createMetrics()
{
    m_metrics =
        new MetricsController(engineOf(m_session), &m_document, &m_history, &m_computeLane, this);
    m_metrics->setSettings(readMetricsSettings(QSettings()));
    m_plots = new PlotsDock(&m_document, &m_history, m_metrics, m_actions.open, this);
}

void MainWindow::connectMetrics()
{
    connect(m_metrics, &MetricsController::settingsChanged, this, [this] {
        QSettings store;
        quantloupe::save(m_metrics->settings(), store);
    });
    // While it is hidden, a dock takes no height.
    connect(m_plots, &QDockWidget::visibilityChanged, this, &MainWindow::placePlots);
    connect(m_plots, &PlotsDock::configurationChosen, this, &MainWindow::loadMeasurement);
    connect(m_plots, &PlotsDock::exported, m_files, &FileWriter::write);
    connect(m_plots, &PlotsDock::progressSeen, m_jobIndicator,
            [this](bool seen) { m_jobIndicator->setToldElsewhere(m_plots, seen); });
    connect(m_plots->copyMeasurement(), &QAction::triggered, this, &MainWindow::copyMeasurement);
}

void MainWindow::placePlots()
{
    if (m_arePlotsPlaced || m_plots->isHidden())
        return;
    m_arePlotsPlaced = true;
    const int wanted =
        std::max(qRound(kPlotsShare * height()), kFewestPlotsLines * fontMetrics().lineSpacing());
    resizeDocks({m_plots}, {wanted}, Qt::Vertical);
}

void MainWindow::loadMeasurement(int measurement)
{
    const Measurement &wanted = m_history.all().at(measurement);
    DocumentState state = m_document.state();
    state.config = wanted.config;
    state.plan = wanted.report.plan;
    state.calibration = wanted.calibration;
    m_document.setState(state, tr("Load measurement #%1").arg(wanted.number));
}

void MainWindow::copyMeasurement()
{
    try {
        const Measurement &shown = m_history.all().at(m_plots->shownMeasurement());
        copyLine(shellLine(commandWords(measuredCommand(m_document, shown))));
    } catch (const Error &error) {
        refuseCommand(error);
    }
}

} // namespace quantloupe
