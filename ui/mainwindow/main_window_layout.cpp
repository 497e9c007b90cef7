// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/main_window.h"
#include "views/inputs_dock.h"
#include "views/inspector_dock.h"
#include "views/layers_dock.h"
#include "views/plots_dock.h"

#include <QScreen>
#include <QSettings>
#include <QStyle>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr QSize kDefaultSize{1440, 900};
constexpr QSize kSmallestSize{1024, 700};
/// Bump when docks or toolbars change so that an old state would misplace them.
constexpr int kStateVersion = 2;
const char *const kGeometryKey = "window/geometry";
const char *const kStateKey = "window/state";
const char *const kPlotsPlacedKey = "window/plotsPlaced";
/// Shares of the window's width, and the width in characters beyond which more room is better
/// given to the pictures.
constexpr double kLayersShare = 0.255;
constexpr double kInputsShare = 0.19;
constexpr int kMostLayersCharacters = 105;
/// Room for the SQNR beside the bits at first start; the user may make the dock narrower.
constexpr int kFewestLayersCharacters = 56;
constexpr int kMostInputsCharacters = 50;

/// Of the first start: what a smaller screen has room for, below the title bar.
QSize roomOn(const QScreen &screen, const QStyle &style)
{
    return screen.availableSize() - QSize(0, style.pixelMetric(QStyle::PM_TitleBarHeight));
}

} // namespace

void MainWindow::placeDocks()
{
    addDockWidget(Qt::LeftDockWidgetArea, m_layers);
    addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    addDockWidget(Qt::RightDockWidgetArea, m_inputs);
    tabifyDockWidget(m_inspectorDock, m_inputs);
    addDockWidget(Qt::BottomDockWidgetArea, m_plots);
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
    m_inspectorDock->raise();
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    // The pictures have the room until something is measured.
    m_plots->hide();
    m_defaultState = saveState(kStateVersion);
}

void MainWindow::restoreLayout()
{
    setMinimumSize(kSmallestSize);
    const QSettings settings;
    if (!restoreGeometry(settings.value(kGeometryKey).toByteArray()))
        resize(kDefaultSize.boundedTo(roomOn(*screen(), *style())));
    // Until docks were resized once, Qt lays them out by their size hints, whatever is restored.
    resetLayout();
    m_arePlotsPlaced = restoreState(settings.value(kStateKey).toByteArray(), kStateVersion) &&
                       (m_plots->isVisibleTo(this) || settings.value(kPlotsPlacedKey).toBool());
}

void MainWindow::resetLayout()
{
    restoreState(m_defaultState, kStateVersion);
    const int character = fontMetrics().averageCharWidth();
    const int separators = 2 * style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent);
    const int right =
        std::max(std::min(qRound(width() * kInputsShare), kMostInputsCharacters * character),
                 m_inspectorDock->minimumSizeHint().width());
    const int left = std::clamp(qRound(width() * kLayersShare), kFewestLayersCharacters * character,
                                kMostLayersCharacters * character);
    // Half of the window is the pictures'.
    resizeDocks({m_layers, m_inspectorDock},
                {std::min(left, width() / 2 - right - separators), right}, Qt::Horizontal);
    m_arePlotsPlaced = false;
    placePlots();
    m_inspectorDock->raise();
}

void MainWindow::saveLayout() const
{
    if (!m_keepsLayout)
        return;
    QSettings settings;
    settings.setValue(kGeometryKey, saveGeometry());
    settings.setValue(kStateKey, saveState(kStateVersion));
    settings.setValue(kPlotsPlacedKey, m_arePlotsPlaced);
}

} // namespace quantloupe
