// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/preview_controller.h"
#include "mainwindow/main_window.h"
#include "models/edit_ledger.h"
#include "session/session.h"
#include "views/compare_actions.h"
#include "views/compare_page.h"
#include "views/difference_page.h"
#include "views/ledger_page.h"
#include "views/plots_dock.h"

#include <memory>

namespace quantloupe {

namespace {

EditLedger::SizeFunction sizeFunction(Session &session, const QuantDocument &document)
{
    return [&session, &document](const QuantConfig &config) {
        return document.generator() ? session.size(*document.generator(), config) : SizeReport();
    };
}

} // namespace

void MainWindow::createLedger()
{
    // It goes with the dock, before the document and its undo stack do.
    m_ledger =
        new EditLedger(&m_document, &m_history, sizeFunction(m_session, m_document), m_plots);
    m_plots->addPage(new LedgerPage(&m_document, m_ledger, m_actions.open, m_plots), tr("Ledger"));
}

void MainWindow::createDifference()
{
    m_plots->addPage(new DifferencePage(&m_document, &m_compareSet,
                                        sizeFunction(m_session, m_document), m_actions.open,
                                        m_compare->compareActions().keep, m_plots),
                     tr("Difference"));
}

void MainWindow::connectLedger()
{
    const auto mean = std::make_shared<MeanQuality>();
    connect(m_preview, &PreviewController::stageReached, m_ledger,
            [mean](const PreviewStage &stage) { *mean = stage.mean; });
    connect(m_preview, &PreviewController::completed, m_ledger, [this, mean] {
        // An edit since then has pictures of its own to come.
        if (!m_preview->isPending())
            m_ledger->noteQuality(*mean, m_preview->samples());
    });
}

} // namespace quantloupe
