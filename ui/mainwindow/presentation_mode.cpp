// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/presentation_mode.h"

#include "mainwindow/window_actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

namespace quantloupe {

namespace {

QFont enlarged(QFont font)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * PresentationMode::kTypeFactor);
    else
        font.setPixelSize(qRound(font.pixelSize() * PresentationMode::kTypeFactor));
    return font;
}

double sizeOf(const QFont &font)
{
    return font.pointSizeF() > 0 ? font.pointSizeF() : font.pixelSize();
}

/// Of the descendants that may not take the type of what they stand in.
QList<std::pair<QWidget *, QFont>> ownFonts(const QWidget &part)
{
    QList<std::pair<QWidget *, QFont>> fonts;
    for (QWidget *widget : part.findChildren<QWidget *>())
        if (widget->testAttribute(Qt::WA_SetFont))
            fonts.append({widget, widget->font()});
    return fonts;
}

/// A dock behind the tab of another one is hidden too, and would come forward once that is closed.
bool isOpen(const QWidget *widget)
{
    const auto *dock = qobject_cast<const QDockWidget *>(widget);
    return dock ? dock->toggleViewAction()->isChecked() : !widget->isHidden();
}

} // namespace

PresentationMode::PresentationMode(QMainWindow *window, const QList<QWidget *> &chrome,
                                   QWidget *focus)
    : QObject(window), m_window(window), m_chrome(chrome), m_focus(focus)
{
    window->installEventFilter(this);
}

void PresentationMode::toggle()
{
    if (m_active)
        leave();
    else
        enter();
}

void PresentationMode::enter()
{
    m_active = true;
    m_state = m_window->saveState();
    m_windowState = m_window->windowState();
    m_focusBefore = m_window->focusWidget();
    keepKeys();
    hideChrome();
    enlargeType();
    m_window->setWindowState(m_windowState | Qt::WindowFullScreen);
    m_focus->setFocus(Qt::OtherFocusReason);
}

void PresentationMode::hideChrome()
{
    QList<QWidget *> chrome = {m_window->menuBar(), m_window->statusBar()};
    for (QToolBar *bar : m_window->findChildren<QToolBar *>(Qt::FindDirectChildrenOnly))
        chrome.append(bar);
    for (QDockWidget *dock : m_window->findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly))
        chrome.append(dock);
    m_hidden.clear();
    for (QWidget *widget : chrome + m_chrome) {
        if (!isOpen(widget) || m_kept.contains(widget))
            continue;
        widget->hide();
        m_hidden.append(widget);
    }
}

void PresentationMode::enlargeType()
{
    m_enlarged.clear();
    for (QWidget *part : m_kept + QList{m_window->centralWidget()}) {
        const QList<std::pair<QWidget *, QFont>> before = ownFonts(*part);
        part->setFont(enlarged(m_window->font()));
        for (const auto &[widget, font] : before) {
            // Some follow the type around them by themselves.
            if (sizeOf(widget->font()) != sizeOf(font))
                continue;
            m_enlarged.append({widget, font});
            widget->setFont(enlarged(font));
        }
    }
}

void PresentationMode::restoreType()
{
    for (QWidget *part : m_kept + QList{m_window->centralWidget()})
        part->setFont({});
    for (const auto &[widget, font] : std::as_const(m_enlarged))
        if (widget)
            widget->setFont(font);
    m_enlarged.clear();
}

void PresentationMode::keepKeys()
{
    m_borrowed.clear();
    for (QAction *action : reachableActions(m_window)) {
        if (action->shortcut().isEmpty() || m_window->actions().contains(action))
            continue;
        m_window->addAction(action);
        m_borrowed.append(action);
    }
}

void PresentationMode::leave()
{
    if (!m_active)
        return;
    m_active = false;
    m_window->setWindowState(m_windowState);
    restoreType();
    for (const QPointer<QWidget> &widget : std::as_const(m_hidden))
        if (widget)
            widget->show();
    // Panels would not become as narrow as they were while they count with the larger type.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    m_window->restoreState(m_state);
    for (const QPointer<QAction> &action : std::as_const(m_borrowed))
        m_window->removeAction(action);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

bool PresentationMode::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_active || watched != m_window || event->type() != QEvent::KeyPress ||
        static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return false;
    leave();
    return true;
}

} // namespace quantloupe
