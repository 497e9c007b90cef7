// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/file_writer.h"
#include "jobs/inspector_controller.h"
#include "mainwindow/main_window.h"
#include "views/compare_page.h"
#include "views/inspector_dock.h"
#include "views/layers_dock.h"
#include "widgets/compare_view.h"
#include "widgets/message_banner.h"

#include <QChildEvent>
#include <QTabBar>

namespace quantloupe {

void MainWindow::connectInspector()
{
    connect(m_layers, &LayersDock::currentLayerChanged, this, &MainWindow::inspectLayer);
    connect(m_compare->view(), &CompareView::currentChanged, m_inspector,
            &InspectorController::setSample);
    connect(&m_compareSet, &CompareSet::pinsChanged, m_inspector, &InspectorController::refresh);
    connect(m_inspectorDock, &InspectorDock::exported, m_files, &FileWriter::write);
}

void MainWindow::inspectLayer(int row)
{
    const std::vector<LayerInfo> &layers = m_document.info().layers;
    const bool isKnown = row >= 0 && row < int(layers.size());
    m_inspector->setLayer(
        isKnown ? QString::fromStdString(layers[static_cast<std::size_t>(row)].name) : QString());
}

void MainWindow::childEvent(QChildEvent *event)
{
    QMainWindow::childEvent(event);
    // Qt makes the tabs of docks that share a place whenever it needs them.
    auto *tabs = event->polished() ? qobject_cast<QTabBar *>(event->child()) : nullptr;
    if (tabs && tabs->accessibleName().isEmpty())
        tabs->setAccessibleName(tr("Panels in this place"));
}

} // namespace quantloupe
