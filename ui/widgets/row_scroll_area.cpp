// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/row_scroll_area.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace quantloupe {

namespace {

struct Span
{
    int top;
    int bottom;
};

/// Where the fields and labels of a form stand.
QList<Span> fieldsOf(const QWidget *content)
{
    QList<Span> spans;
    for (const QWidget *field : content->findChildren<QWidget *>()) {
        if (!field->isVisibleTo(content) || field->layout())
            continue;
        const int top = field->mapTo(content, QPoint(0, 0)).y();
        spans.append({top, top + field->height()});
    }
    return spans;
}

} // namespace

RowScrollArea::RowScrollArea(QWidget *parent) : QScrollArea(parent) {}

bool RowScrollArea::eventFilter(QObject *watched, QEvent *event)
{
    const bool isHandled = QScrollArea::eventFilter(watched, event);
    if (watched == widget() &&
        (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        fit();
    return isHandled;
}

void RowScrollArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void RowScrollArea::fit()
{
    if (!widget())
        return;
    const int available = height() - 2 * frameWidth();
    const int needed = widget()->minimumSizeHint().height();
    const int below = needed <= available ? 0 : available - wholeRows(available);
    if (viewportMargins().bottom() != below)
        setViewportMargins(0, 0, 0, below);
}

int RowScrollArea::wholeRows(int available) const
{
    const QList<Span> fields = fieldsOf(widget());
    int best = 0;
    for (const Span &last : fields) {
        const bool cutsNone = std::ranges::none_of(fields, [&](const Span &field) {
            return field.top < last.bottom && field.bottom > last.bottom;
        });
        if (cutsNone && last.bottom <= available)
            best = std::max(best, last.bottom);
    }
    // Not even one row fits: as much of it as there is.
    return best > 0 ? best : available;
}

} // namespace quantloupe
