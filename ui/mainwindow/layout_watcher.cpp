// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/layout_watcher.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>

namespace quantloupe {

LayoutWatcher::LayoutWatcher(QMainWindow *window) : QObject(window), m_window(window)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &LayoutWatcher::changed);
    window->installEventFilter(this);
    for (QDockWidget *dock : window->findChildren<QDockWidget *>())
        dock->installEventFilter(this);
}

bool LayoutWatcher::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
        // What happens to a window that closes says nothing about its layout.
        if (m_window->isVisible() && !m_timer.isActive())
            m_timer.start();
        break;
    default:
        break;
    }
    return false;
}

} // namespace quantloupe
