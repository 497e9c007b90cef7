// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/reading_order.h"

#include <QApplication>
#include <QMainWindow>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>
#include <map>
#include <utility>

namespace quantloupe {

namespace {

using Controls = QList<QWidget *>;

bool isReachable(const QWidget *widget, const QWidget *window)
{
    return widget->window() == window && widget->isVisible() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy();
}

QRect placeOf(const QWidget *widget, const QWidget *window)
{
    return {widget->mapTo(window, QPoint()), widget->size()};
}

/// The dock, bar or centre a control is in.
const QWidget *partOf(const QWidget *control, const QWidget *window)
{
    while (control->parentWidget() != window)
        control = control->parentWidget();
    return control;
}

/// Toolbars, then what lies side by side, then the status bar.
std::pair<int, int> rankOf(const QWidget *part)
{
    const int kind = qobject_cast<const QToolBar *>(part)     ? 0
                     : qobject_cast<const QStatusBar *>(part) ? 2
                                                              : 1;
    return {kind, part->x()};
}

/// Line by line: a line is what has its middle beside the topmost control that is left.
Controls byLines(Controls controls, const QWidget *window)
{
    const auto place = [window](const QWidget *control) { return placeOf(control, window); };
    std::stable_sort(controls.begin(), controls.end(),
                     [&](const auto *a, const auto *b) { return place(a).top() < place(b).top(); });
    Controls ordered;
    while (!controls.isEmpty()) {
        const int bottom = place(controls.first()).bottom();
        const auto lineEnd =
            std::stable_partition(controls.begin(), controls.end(), [&](const QWidget *control) {
                return place(control).center().y() <= bottom;
            });
        std::stable_sort(controls.begin(), lineEnd, [&](const auto *a, const auto *b) {
            return place(a).left() < place(b).left();
        });
        ordered.append(Controls(controls.begin(), lineEnd));
        controls.erase(controls.begin(), lineEnd);
    }
    return ordered;
}

} // namespace

QList<QWidget *> controlsInReadingOrder(const QMainWindow *window)
{
    std::map<std::pair<int, int>, Controls> parts;
    for (QWidget *widget : window->findChildren<QWidget *>())
        if (isReachable(widget, window))
            parts[rankOf(partOf(widget, window))].append(widget);
    Controls ordered;
    for (const auto &[rank, controls] : parts)
        ordered.append(byLines(controls, window));
    return ordered;
}

bool moveFocus(const QMainWindow *window, bool next)
{
    const Controls controls = controlsInReadingOrder(window);
    if (controls.isEmpty())
        return false;
    const qsizetype count = controls.size();
    const qsizetype now = controls.indexOf(QApplication::focusWidget());
    const qsizetype step = next ? 1 : count - 1;
    const qsizetype target = now < 0 ? (next ? 0 : count - 1) : (now + step) % count;
    controls.at(target)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace quantloupe
