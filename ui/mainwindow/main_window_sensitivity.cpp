// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "jobs/cell_preview.h"
#include "jobs/export_controller.h"
#include "jobs/file_writer.h"
#include "jobs/job_indicator.h"
#include "jobs/metrics_controller.h"
#include "jobs/sensitivity_controller.h"
#include "mainwindow/copy_command.h"
#include "mainwindow/main_window.h"
#include "mainwindow/output_dialogs.h"
#include "mainwindow/session_store.h"
#include "mainwindow/window_actions.h"
#include "views/compare_page.h"
#include "views/plots_dock.h"
#include "views/sensitivity_page.h"
#include "widgets/compare_view.h"
#include "widgets/disabled_reason.h"

namespace quantloupe {

void MainWindow::createSensitivity()
{
    m_sensitivity =
        new SensitivityController(sensitivityEngine(m_session), &m_document, &m_computeLane, this);
    m_sensitivity->setMeasuring(m_metrics->settings());
    m_sensitivityPage = new SensitivityPage(&m_document, m_sensitivity, m_actions.open, m_plots);
    m_plots->addPage(m_sensitivityPage, tr("Sensitivity"));
    setUnavailableReason(m_sensitivityPage->findAction(),
                         tr("Needs a generator, a bit-width, and that no sweep runs"));
    sayWhyDisabled(m_sensitivityPage->copyCommandAction(), tr("Nothing is measured yet"));
}

void MainWindow::connectSensitivity()
{
    m_keeper->addPart(
        {QStringLiteral("sensitivity"), [this] { return m_sensitivityPage->choice(); },
         [this](const QJsonValue &choice) { m_sensitivityPage->setChoice(choice.toObject()); }});
    connect(m_sensitivityPage, &SensitivityPage::choiceChanged, m_keeper, &SessionStore::touch);
    connect(m_metrics, &MetricsController::settingsChanged, m_sensitivity,
            [this] { m_sensitivity->setMeasuring(m_metrics->settings()); });
    connect(m_sensitivityPage, &SensitivityPage::revealed, m_plots,
            [this] { m_plots->showTab(m_sensitivityPage->objectName()); });
    connect(m_sensitivityPage, &SensitivityPage::exported, m_files, &FileWriter::write);
    connectCells();
    ExportController *exports = findChild<OutputDialogs *>()->exports();
    exports->setSweep([this] { return shownSweep(*m_sensitivity, m_document.generator()); });
    connect(m_sensitivity, &SensitivityController::changed, exports,
            &ExportController::followSweep);
    connect(m_sensitivityPage->copyCommandAction(), &QAction::triggered, this,
            &MainWindow::copySensitivity);
    connect(m_sensitivityPage, &SensitivityPage::progressSeen, m_jobIndicator,
            [this](bool seen) { m_jobIndicator->setToldElsewhere(m_sensitivityPage, seen); });
}

void MainWindow::connectCells()
{
    m_cells = new CellPreview(m_session, m_preview, this);
    connect(&m_document, &QuantDocument::aboutToOpen, m_cells, &CellPreview::stop);
    connect(m_compare->view(), &CompareView::currentChanged, m_cells, &CellPreview::setSample);
    connect(m_sensitivityPage, &SensitivityPage::cellRead, m_cells,
            [this](const std::optional<QuantConfig> &config) {
                if (config)
                    m_cells->draw(*config);
                else
                    m_cells->stop();
            });
    connect(m_compare, &ComparePage::partChosen, m_sensitivityPage,
            &SensitivityPage::findWhatHarms);
    connect(m_cells, &CellPreview::arrived, m_sensitivityPage, &SensitivityPage::showCell);
}

void MainWindow::copySensitivity()
{
    try {
        copyLine(shellLine(commandWords(sweptSensitivity(m_document, *m_sensitivity))));
    } catch (const Error &error) {
        refuseCommand(error);
    }
}

} // namespace quantloupe
