// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots_dock.h"

#include "views/metrics_charts_view.h"
#include "views/metrics_form.h"
#include "widgets/help_page.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QTabBar>
#include <QTabWidget>
#include <QUrl>

namespace quantloupe {

namespace {

/// The one local file or folder that is dropped; empty for anything else.
QString droppedPath(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

bool isNetwork(const QString &path)
{
    static const QStringList endings{QStringLiteral("pth"), QStringLiteral("pt"),
                                     QStringLiteral("safetensors")};
    const QFileInfo file(path);
    return file.isFile() && endings.contains(file.suffix().toLower());
}

} // namespace

PlotsDock::PlotsDock(QuantDocument *document, MetricsHistory *history,
                     MetricsController *controller, QAction *open, QWidget *parent)
    : QDockWidget(tr("Plots"), parent),
      m_document(document),
      m_history(history),
      m_controller(controller)
{
    createActions();
    createWidgets(open);
    connectSignals();
}

QAction *PlotsDock::createAction(const char *objectName, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setEnabled(false);
    return action;
}

void PlotsDock::createActions()
{
    m_measure = createAction("measure", tr("&Measure"));
    m_measure->setShortcut(Qt::Key_F5);
    m_measure->setToolTip(tr("How far the configuration is from float, on many samples (F5)"));
    m_anew = createAction("measureAnew", tr("Measure &anew"));
    m_anew->setToolTip(tr("From the first sample, without what an interrupted measurement left"));
    m_copy = createAction("copyMeasurement", tr("&Copy measurement as command"));
    m_choose = createAction("chooseMetrics", tr("Choose metrics"));
    m_choose->setToolTip(tr("To what is measured next"));
    m_choose->setEnabled(true);
    m_copy->setToolTip(tr("The quantloupe-cli command that gives the numbers shown, for a shell"));
}

void PlotsDock::createWidgets(QAction *open)
{
    setObjectName("plotsDock");
    setHelpPage(this, "metrics");
    setAcceptDrops(true);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName("plotTabs");
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setObjectName("plotTabBar");
    m_tabs->tabBar()->setAccessibleName(tr("Plots"));
    m_metrics =
        new MetricsPage({m_document, m_history, m_controller, open, m_measure, m_anew}, m_tabs);
    m_tabs->addTab(m_metrics, tr("Metrics"));
    ChartStates states;
    states.document = m_document;
    states.controller = m_controller;
    states.open = open;
    states.measure = m_measure;
    states.choose = m_choose;
    m_charts = new MetricsChartsView(m_history, states, m_tabs, this);
    setWidget(m_tabs);
}

void PlotsDock::connectSignals()
{
    connect(m_measure, &QAction::triggered, this, &PlotsDock::startOrReveal);
    connect(m_anew, &QAction::triggered, m_controller, [this] { m_controller->start(true); });
    connect(m_charts, &MetricsChartsView::chosen, this, &PlotsDock::configurationChosen);
    connect(m_choose, &QAction::triggered, this, &PlotsDock::reveal);
    connect(m_charts, &MetricsChartsView::cancelRequested, m_controller,
            &MetricsController::cancel);
    connect(m_tabs, &QTabWidget::currentChanged, this, &PlotsDock::tabChanged);
    connect(m_tabs, &QTabWidget::currentChanged, this, &PlotsDock::followTab);
    connect(m_charts, &MetricsChartsView::choiceChanged, this, &PlotsDock::quantitiesChosen);
    connect(m_charts, &MetricsChartsView::exported, this, &PlotsDock::exported);
    const auto look = [this] {
        m_controller->setActive(isVisible() && showsMetrics());
        tellProgressSeen();
    };
    for (const auto changed : {&MetricsController::started, &MetricsController::finished})
        connect(m_controller, changed, this, &PlotsDock::tellProgressSeen);
    connect(this, &QDockWidget::visibilityChanged, this, look);
    connect(m_tabs, &QTabWidget::currentChanged, this, look);
    const auto show = [this] {
        m_copy->setEnabled(!m_history->isEmpty());
        m_charts->setShown(m_metrics->shown(), m_history->indexOfPresent());
    };
    // After the page, which was connected first.
    connect(m_history, &MetricsHistory::changed, this, show);
    for (const auto changed :
         {&QuantDocument::opened, &QuantDocument::configChanged, &QuantDocument::planChanged})
        connect(m_document, changed, this, show);
}

void PlotsDock::addPage(QWidget *page, const QString &title)
{
    m_tabs->addTab(page, title);
}

void PlotsDock::followTab()
{
    // Else the bar, which has the focus after a choice of a tab, would be about the dock.
    setHelpPage(m_tabs->tabBar(), helpPageOf(m_tabs->currentWidget()));
}

bool PlotsDock::showsMetrics() const
{
    return m_tabs->currentWidget() == m_metrics;
}

void PlotsDock::tellProgressSeen()
{
    Q_EMIT progressSeen(m_controller->isRunning() && isVisible() &&
                        (showsMetrics() || m_charts->showsState()));
}

void PlotsDock::startOrReveal()
{
    const bool wasSeen = isVisible() && !visibleRegion().isEmpty() && showsMetrics();
    reveal();
    if (wasSeen)
        m_controller->start();
    else
        m_metrics->focusStart();
}

void PlotsDock::reveal()
{
    show();
    raise();
    m_tabs->setCurrentWidget(m_metrics);
}

QString PlotsDock::currentTab() const
{
    return m_tabs->currentWidget()->objectName();
}

void PlotsDock::setCurrentTab(const QString &page)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->widget(i)->objectName() == page)
            m_tabs->setCurrentIndex(i);
}

QList<PlotsDock::Tab> PlotsDock::tabs() const
{
    QList<Tab> all;
    for (int i = 0; i < m_tabs->count(); ++i)
        all.append({m_tabs->widget(i)->objectName(), m_tabs->tabText(i)});
    return all;
}

void PlotsDock::showTab(const QString &page)
{
    show();
    raise();
    setCurrentTab(page);
    m_tabs->tabBar()->setFocus(Qt::ShortcutFocusReason);
}

QJsonObject PlotsDock::chosenQuantities() const
{
    return m_charts->choice();
}

void PlotsDock::chooseQuantities(const QJsonObject &choice)
{
    m_charts->setChoice(choice);
}

void PlotsDock::takeExtractor(const QString &path)
{
    reveal();
    m_metrics->form()->takeExtractor(path);
}

void PlotsDock::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PlotsDock::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QString path = droppedPath(event->mimeData());
    if (isNetwork(path))
        takeExtractor(path);
    else
        m_metrics->form()->takeReference(path);
}

} // namespace quantloupe
