// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/dock_titles.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QTabBar>

#include <algorithm>

namespace quantloupe {

namespace {

class NoTitle : public QWidget
{
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {0, 0}; }
    QSize minimumSizeHint() const override { return {0, 0}; }
};

} // namespace

DockTitles::DockTitles(QMainWindow *window)
    : QObject(window),
      m_window(window),
      m_docks(window->findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly))
{
    // The window's layout is not to be changed while it tells of a change.
    m_settled.setSingleShot(true);
    m_settled.setInterval(0);
    connectSignals();
    update();
}

void DockTitles::connectSignals()
{
    connect(&m_settled, &QTimer::timeout, this, &DockTitles::update);
    const auto soon = [this] { m_settled.start(); };
    for (const QDockWidget *dock : std::as_const(m_docks)) {
        connect(dock, &QDockWidget::dockLocationChanged, this, soon);
        connect(dock, &QDockWidget::topLevelChanged, this, soon);
        connect(dock, &QDockWidget::visibilityChanged, this, soon);
    }
}

void DockTitles::update()
{
    for (QDockWidget *dock : std::as_const(m_docks))
        setTitled(dock, dock->isFloating() || !hasTab(dock));
    for (QTabBar *tabs : m_window->findChildren<QTabBar *>(Qt::FindDirectChildrenOnly)) {
        if (tabs->actions().isEmpty())
            prepareTabs(tabs);
        nameDetaching(tabs);
    }
}

void DockTitles::nameDetaching(const QTabBar *tabs)
{
    tabs->findChild<QAction *>("detachPanel")
        ->setText(tr("Detach %1").arg(tabs->tabText(tabs->currentIndex())));
}

bool DockTitles::hasTab(QDockWidget *dock) const
{
    return std::ranges::any_of(m_window->tabifiedDockWidgets(dock), [](const QDockWidget *other) {
        return !other->isHidden() && !other->isFloating();
    });
}

void DockTitles::setTitled(QDockWidget *dock, bool titled)
{
    QWidget *instead = dock->titleBarWidget();
    if (titled == !instead)
        return;
    dock->setTitleBarWidget(titled ? nullptr : new NoTitle(dock));
    delete instead;
}

void DockTitles::prepareTabs(QTabBar *tabs)
{
    tabs->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const QDockWidget *dock : std::as_const(m_docks))
        tabs->addAction(dock->toggleViewAction());
    auto *detaching = new QAction(tabs);
    detaching->setObjectName("detachPanel");
    tabs->addAction(detaching);
    connect(tabs, &QTabBar::currentChanged, this, [this] { m_settled.start(); });
    connect(detaching, &QAction::triggered, this,
            [this, tabs] { detach(tabs->tabText(tabs->currentIndex())); });
    connect(tabs, &QTabBar::tabBarDoubleClicked, this,
            [this, tabs](int index) { detach(tabs->tabText(index)); });
}

void DockTitles::detach(const QString &title)
{
    for (QDockWidget *dock : std::as_const(m_docks))
        if (dock->windowTitle() == title)
            dock->setFloating(true);
}

} // namespace quantloupe
