// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/reading_order.h"

#include "widgets/reading_block.h"

#include <QApplication>
#include <QMainWindow>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace quantloupe {

namespace {

using Controls = QList<QWidget *>;

QPoint scrolledBy(const QWidget *widget)
{
    QPoint by;
    for (const QWidget *outer = widget->parentWidget(); outer; outer = outer->parentWidget())
        if (const auto *panel = qobject_cast<const QScrollArea *>(outer))
            by += {panel->horizontalScrollBar()->value(), panel->verticalScrollBar()->value()};
    return by;
}

/// As if no panel was scrolled: the order must not depend on what is in sight.
QRect placeOf(const QWidget *widget, const QWidget *window)
{
    return {widget->mapTo(window, scrolledBy(widget)), widget->size()};
}

/// The dock, bar or centre a control is in.
const QWidget *partOf(const QWidget *control, const QWidget *window)
{
    while (control->parentWidget() != window)
        control = control->parentWidget();
    return control;
}

/// A panel behind another's tab is visible to Qt, but lies outside of the window.
bool isReachable(const QWidget *widget, const QWidget *window)
{
    return widget != window && widget->window() == window && widget->isVisible() &&
           widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
           !widget->focusProxy() && partOf(widget, window)->geometry().intersects(window->rect());
}

/// Toolbars, then what lies side by side, then the status bar.
int kindOf(const QWidget *part)
{
    return qobject_cast<const QToolBar *>(part)     ? 0
           : qobject_cast<const QStatusBar *>(part) ? 2
                                                    : 1;
}

bool isBeside(const QRect &a, const QRect &b)
{
    return a.right() < b.left() || b.right() < a.left();
}

/// Parts of one kind and above each other, such as docks and their tabs, are read as one.
struct Column
{
    int kind = 0;
    QRect place;
    Controls controls;
};

std::vector<Column> columnsOf(const QMainWindow *window)
{
    std::map<const QWidget *, Controls> parts;
    for (QWidget *widget : window->findChildren<QWidget *>())
        if (isReachable(widget, window))
            parts[partOf(widget, window)].append(widget);
    std::vector<Column> columns;
    for (const auto &[part, controls] : parts) {
        Column column{kindOf(part), part->geometry(), controls};
        const auto joined = [&column](const Column &other) {
            return other.kind == column.kind && !isBeside(other.place, column.place);
        };
        for (const Column &other : columns)
            if (joined(other)) {
                column.place |= other.place;
                column.controls += other.controls;
            }
        std::erase_if(columns, joined);
        columns.push_back(column);
    }
    std::ranges::sort(columns, {}, [](const Column &column) {
        return std::pair(column.kind, column.place.left());
    });
    return columns;
}

/// In panels that scroll as well.
void showInPanel(QWidget *control)
{
    for (QWidget *outer = control->parentWidget(); outer; outer = outer->parentWidget())
        if (auto *panel = qobject_cast<QScrollArea *>(outer))
            panel->ensureWidgetVisible(control);
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

/// Blocks stand for what is in them, and are then read each from within. All controls are within
/// the block `outer`, where that is not null.
Controls byBlocks(const Controls &controls, const QWidget *window, const QWidget *outer = nullptr)
{
    std::map<QWidget *, Controls> blocks;
    Controls shown;
    for (QWidget *control : controls) {
        auto *block = const_cast<QWidget *>(readingBlockOf(control, outer));
        QWidget *each = block ? block : control;
        if (!shown.contains(each))
            shown.append(each);
        if (block)
            blocks[block].append(control);
    }
    Controls ordered;
    for (QWidget *each : byLines(shown, window)) {
        const auto block = blocks.find(each);
        ordered += block == blocks.end() ? Controls{each} : byBlocks(block->second, window, each);
    }
    return ordered;
}

} // namespace

QList<QWidget *> controlsInReadingOrder(const QMainWindow *window)
{
    Controls ordered;
    for (const Column &column : columnsOf(window))
        ordered.append(byBlocks(column.controls, window));
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
    showInPanel(controls.at(target));
    controls.at(target)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace quantloupe
