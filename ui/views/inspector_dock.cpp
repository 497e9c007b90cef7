// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector_dock.h"

#include "views/inspector_panel.h"
#include "widgets/help_page.h"
#include "widgets/progress_line.h"
#include "widgets/stale_veil.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace quantloupe {

InspectorDock::InspectorDock(QuantDocument *document, InspectorController *inspector, QAction *open,
                             QWidget *parent)
    : QDockWidget(tr("Inspector"), parent),
      m_document(document),
      m_inspector(inspector),
      m_open(open)
{
    createWidgets();
    createLayout();
    connectSignals();
    showWithoutContent();
}

void InspectorDock::createWidgets()
{
    setObjectName("inspectorDock");
    setHelpPage(this, "inspector");
    m_retry = new QAction(tr("Try again"), this);
    m_retry->setObjectName("retryInspection");
    m_state = new StatePage(this);
    m_state->setObjectName("inspectorState");
    // Its sentences wrap; the panel alone says how narrow the dock may be.
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_panel = new InspectorPanel(this);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName("inspectorScroll");
    m_scroll->setAccessibleName(tr("Inspector"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_stack = new QStackedWidget(this);
    m_progress = new ProgressLine(m_stack);
    m_staleTimer.setSingleShot(true);
    m_staleTimer.setInterval(kStaleMilliseconds);
}

void InspectorDock::createLayout()
{
    m_scroll->setWidget(m_panel);
    m_scroll->setMinimumWidth(m_panel->minimumSizeHint().width() +
                              m_scroll->verticalScrollBar()->sizeHint().width());
    m_veil = new StaleVeil(m_scroll->viewport());
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_scroll);
    setWidget(m_stack);
    placeProgress();
}

void InspectorDock::connectSignals()
{
    connect(this, &QDockWidget::visibilityChanged, m_inspector, &InspectorController::setActive);
    connect(m_document, &QuantDocument::opened, this, &InspectorDock::showWithoutContent);
    connect(m_retry, &QAction::triggered, m_inspector, &InspectorController::refresh);
    connect(&m_staleTimer, &QTimer::timeout, this, &InspectorDock::showStale);
    connect(m_state, &StatePage::cancelRequested, m_inspector, &InspectorController::cancel);
    connect(m_panel, &InspectorPanel::exported, this, &InspectorDock::exported);
    connect(m_panel, &InspectorPanel::mapsCopied, this, &InspectorDock::mapsCopied);
    connect(m_panel, &InspectorPanel::mapsSaved, this, &InspectorDock::mapsSaved);
    connect(m_panel, &InspectorPanel::mapOrderChosen, m_inspector,
            &InspectorController::setMapOrder);
    connect(m_panel, &InspectorPanel::channelChosen, this, [this](int channel) {
        m_inspector->setChannel(channel < 0 ? std::nullopt : std::optional(channel));
    });
    connectInspector();
}

void InspectorDock::connectInspector()
{
    connect(m_inspector, &InspectorController::layerChanged, this, [this] {
        if (m_inspector->layer().isEmpty() || m_stack->currentWidget() == m_state)
            showWithoutContent();
    });
    connect(m_inspector, &InspectorController::outdated, this, [this] {
        if (!m_staleTimer.isActive())
            m_staleTimer.start();
    });
    connect(m_inspector, &InspectorController::arrived, this, &InspectorDock::showInspection);
    connect(m_inspector, &InspectorController::failed, this, &InspectorDock::showFailure);
    connect(m_inspector, &InspectorController::cancelled, this, &InspectorDock::showCancelled);
    connect(m_inspector, &InspectorController::finished, this, &InspectorDock::showFresh);
}

void InspectorDock::setOpening(bool isOpening)
{
    m_isOpening = isOpening;
    if (m_document->isEmpty())
        showWithoutContent();
}

void InspectorDock::showWithoutContent()
{
    if (m_document->isEmpty())
        m_state->setState(
            {m_isOpening ? tr("A file is being opened") : tr("Nothing to inspect yet"),
             tr("Weights, input and output of a selected layer are shown here once a "
                "generator is open."),
             {},
             {m_open},
             {}});
    else if (!m_inspector->layer().isEmpty())
        m_state->setState({tr("Inspecting %1").arg(m_inspector->layer()), {}, {}, {}, -1});
    else
        m_state->setState({tr("No layer is selected"),
                           tr("Select one in the table of layers to see what its settings do."),
                           {},
                           {},
                           {}});
    m_stack->setCurrentWidget(m_state);
}

void InspectorDock::showMapsOrigin()
{
    const MapsOrigin &origin = m_inspector->mapsOrigin();
    const SampleRef &sample = origin.sample;
    m_panel->setMapsOrigin(m_document->info().isImageToImage()
                               ? tr("picture %1").arg(sample.index)
                               : tr("sample %1 of seed %2").arg(sample.index).arg(sample.seed),
                           origin.config);
}

void InspectorDock::showInspection(const LayerInspection &inspection)
{
    const LayerInfo *layer = m_document->info().layer(inspection.layer);
    if (!layer)
        return;
    if (inspection.weight.histogram.isEmpty()) {
        m_state->setState({tr("%1 cannot be inspected").arg(QString::fromStdString(layer->name)),
                           tr("Its weight holds no finite value."),
                           {},
                           {},
                           {}});
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_panel->setInspection(inspection, *layer);
    if (inspection.isComplete)
        showMapsOrigin();
    // Else the focus would go from "Try again" into the first number.
    const bool hadFocus = m_state->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(m_scroll);
    if (hadFocus)
        m_scroll->setFocus();
}

void InspectorDock::showFailure(const QString &sentence, const QString &details)
{
    m_state->setState({tr("The layer could not be inspected"), sentence, details, {m_retry}, {}});
    m_stack->setCurrentWidget(m_state);
}

void InspectorDock::showCancelled()
{
    m_state->setState({tr("The inspection was cancelled"),
                       tr("Nothing is known about the present settings of the layer."),
                       {},
                       {m_retry},
                       {}});
    m_stack->setCurrentWidget(m_state);
}

void InspectorDock::showStale()
{
    if (!m_inspector->isPending())
        return;
    m_progress->setBusy(true);
    m_veil->raise();
    m_veil->show();
    if (m_stack->currentWidget() == m_state)
        showWithoutContent();
}

void InspectorDock::showFresh()
{
    if (m_inspector->isPending())
        return;
    m_staleTimer.stop();
    m_progress->setBusy(false);
    m_veil->hide();
}

void InspectorDock::resizeEvent(QResizeEvent *event)
{
    QDockWidget::resizeEvent(event);
    placeProgress();
}

void InspectorDock::placeProgress()
{
    m_progress->setGeometry(0, 0, m_stack->width(), ProgressLine::kThickness);
    m_progress->raise();
}

} // namespace quantloupe
