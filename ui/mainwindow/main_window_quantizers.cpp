// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/file_writer.h"
#include "jobs/job_indicator.h"
#include "jobs/quantizer_controller.h"
#include "mainwindow/copy_command.h"
#include "mainwindow/main_window.h"
#include "views/layers_dock.h"
#include "views/plots_dock.h"
#include "views/quantizers_page.h"
#include "views/quantizers_table.h"

namespace quantloupe {

void MainWindow::createQuantizers()
{
    m_quantizers = new QuantizerController(quantizerEngine(), &m_document, &m_quantizerLane, this);
    m_quantizersPage = new QuantizersPage(&m_document, m_quantizers, m_actions.open, m_plots);
    m_plots->addPage(m_quantizersPage, tr("Quantizers"));
}

void MainWindow::connectQuantizers()
{
    connect(m_layers, &LayersDock::selectionChanged, m_quantizers, &QuantizerController::setRows);
    connect(m_quantizersPage->table(), &QuantizersTable::commandWanted, this, [this] {
        copyLine(shellLine(commandWords(comparedQuantizers(m_document, *m_quantizers))));
    });
    connect(m_quantizersPage, &QuantizersPage::exported, m_files, &FileWriter::write);
    connect(m_quantizersPage, &QuantizersPage::progressSeen, m_jobIndicator,
            [this](bool seen) { m_jobIndicator->setToldElsewhere(m_quantizersPage, seen); });
}

} // namespace quantloupe
