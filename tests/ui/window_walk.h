// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/elided_label.h"
#include "widgets/reading_block.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QScrollArea>
#include <QStatusBar>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QWidget>

#include <utility>

namespace quantloupe::test {

inline bool isQtsOwn(const QWidget *widget)
{
    return widget->objectName().startsWith("qt_");
}

/// The part of the window a widget lies in: a dock, a toolbar, the centre.
inline const QWidget *regionOf(const QWidget *widget, const QWidget *window)
{
    while (widget->parentWidget() && widget->parentWidget() != window)
        widget = widget->parentWidget();
    return widget;
}

/// In a part that lies behind another's tab.
inline bool isBehindTab(const QWidget *widget, const QWidget *window)
{
    return !regionOf(widget, window)->geometry().intersects(window->rect());
}

/// What Tab can reach, in the order of creation.
inline QList<QWidget *> focusableControls(const QWidget *window)
{
    QList<QWidget *> controls = window->findChildren<QWidget *>();
    controls.removeIf([window](const QWidget *widget) {
        return widget->window() != window || !widget->isVisible() || !widget->isEnabled() ||
               !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() ||
               isQtsOwn(widget) || isBehindTab(widget, window);
    });
    return controls;
}

/// What a reader says; the text that is chosen in a list is no name of the list.
inline QString accessibleNameOf(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty() || qobject_cast<const QComboBox *>(widget))
        return widget->accessibleName();
    QAccessibleInterface *reader =
        QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return reader ? reader->text(QAccessible::Name) : QString();
}

inline QString describe(const QWidget *widget)
{
    return QString("%1 \"%2\" (%3) %4x%5")
        .arg(widget->metaObject()->className(), widget->objectName(), accessibleNameOf(widget))
        .arg(widget->width())
        .arg(widget->height());
}

/// The tabs of docks belong to the dock in front.
inline int leftOf(const QWidget *region, const QWidget *window)
{
    if (qobject_cast<const QTabBar *>(region))
        for (const auto *dock : window->findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly))
            if (dock->isVisible() && dock->geometry().left() <= region->geometry().center().x() &&
                dock->geometry().right() >= region->geometry().center().x())
                return dock->x();
    return region->x();
}

/// Parts of the main window in the order they are read: toolbars, docks and centre from the left,
/// status. Other windows have no parts.
inline std::pair<int, int> rankOf(const QWidget *control, const QWidget *window)
{
    if (!qobject_cast<const QMainWindow *>(window))
        return {};
    const QWidget *region = regionOf(control, window);
    const int kind = qobject_cast<const QToolBar *>(region)     ? 0
                     : qobject_cast<const QStatusBar *>(region) ? 2
                                                                : 1;
    return {kind, leftOf(region, window)};
}

/// A reader comes to `a` before `b`: it is in an earlier part, or above, or beside on the left;
/// blocks count as a whole.
inline bool isReadBefore(const QWidget *a, const QWidget *b, const QWidget *window)
{
    const QWidget *blockA = readingBlockOf(a);
    const QWidget *blockB = readingBlockOf(b);
    while (blockA && blockA == blockB) {
        const QWidget *common = blockA;
        blockA = readingBlockOf(a, common);
        blockB = readingBlockOf(b, common);
    }
    a = blockA ? blockA : a;
    b = blockB ? blockB : b;
    if (rankOf(a, window) != rankOf(b, window))
        return rankOf(a, window) < rankOf(b, window);
    const QRect first(a->mapTo(window, QPoint()), a->size());
    const QRect second(b->mapTo(window, QPoint()), b->size());
    const bool isLevel = first.bottom() > second.top() && second.bottom() > first.top();
    return isLevel ? first.left() < second.left() : first.top() < second.top();
}

/// Some of it is within all that surrounds it.
inline bool isOnScreen(const QWidget *widget)
{
    QRect seen = widget->rect();
    for (; !widget->isWindow() && !seen.isEmpty(); widget = widget->parentWidget())
        seen = seen.translated(widget->pos()) & widget->parentWidget()->rect();
    return !seen.isEmpty();
}

/// In panels that scroll, as Tab does it.
inline void scrollTo(QWidget *control)
{
    for (QWidget *outer = control->parentWidget(); outer; outer = outer->parentWidget())
        if (auto *panel = qobject_cast<QScrollArea *>(outer))
            panel->ensureWidgetVisible(control);
}

/// A little beyond its edges, where rings are drawn.
inline QImage pictureOf(QWidget *control)
{
    QWidget *window = control->window();
    constexpr int kRing = 4;
    const QRect place(control->mapTo(window, QPoint()), control->size());
    return window->grab(place.adjusted(-kRing, -kRing, kRing, kRing)).toImage();
}

/// Labels and controls that show text of their own.
inline QList<QWidget *> textWidgets(const QWidget *window)
{
    QList<QWidget *> widgets = window->findChildren<QWidget *>();
    widgets.removeIf([window](const QWidget *widget) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool hasText = (label && !label->text().isEmpty()) ||
                             (button && !button->text().isEmpty()) ||
                             qobject_cast<const QComboBox *>(widget);
        return widget->window() != window || !widget->isVisible() || !widget->isEnabled() ||
               !hasText || isQtsOwn(widget) || isBehindTab(widget, window);
    });
    return widgets;
}

inline double contrastOf(const QWidget *widget)
{
    const QPalette palette = widget->palette();
    return contrastRatio(palette.color(widget->foregroundRole()),
                         palette.color(widget->backgroundRole()));
}

/// What elides by design shows the whole in its tooltip.
inline bool isCutOff(const QComboBox *list)
{
    QStyleOptionComboBox option;
    option.initFrom(list);
    const QRect field = list->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                      QStyle::SC_ComboBoxEditField, list);
    return list->fontMetrics().horizontalAdvance(list->currentText()) > field.width() &&
           !list->toolTip().contains(list->currentText().toHtmlEscaped());
}

inline bool isCutOff(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    if (dynamic_cast<const ElidedLabel *>(widget))
        return widget->toolTip().isEmpty() &&
               label->fontMetrics().horizontalAdvance(label->text()) > label->width();
    if (const auto *list = qobject_cast<const QComboBox *>(widget))
        return isCutOff(list);
    const QSize needed = label && label->wordWrap()
                             ? QSize(0, label->heightForWidth(label->width()))
                             : widget->sizeHint();
    return widget->width() < needed.width() || widget->height() < needed.height();
}

/// Descriptions of what shows less than its text.
inline QStringList cutOffTexts(const QWidget *window)
{
    QStringList texts;
    for (const QWidget *widget : textWidgets(window))
        if (isCutOff(widget))
            texts.append(describe(widget));
    return texts;
}

} // namespace quantloupe::test
