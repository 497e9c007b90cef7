// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mark_painter.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace quantloupe {

namespace {

constexpr int kMarkHeight = 12;
constexpr int kLockWidth = 10;
constexpr int kTieWidth = 16;
constexpr int kCorrectionWidth = 12;
constexpr double kPlusArm = 2.5;
constexpr double kStroke = 1.5;
/// Side of the pin in widths of a digit.
constexpr double kPinSide = 0.9;

/// The mark's box at the right end, and the rest of the space.
struct Parts
{
    QRectF box;
    QRect rest;
};

Parts split(const QRect &space, int width)
{
    const int left = space.right() + 1 - width;
    return {QRectF(left, space.center().y() - kMarkHeight / 2, width, kMarkHeight),
            space.adjusted(0, 0, -width - kSpacingTight, 0)};
}

void prepare(QPainter &painter, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, kStroke));
    painter.setBrush(Qt::NoBrush);
}

} // namespace

QRect paintLock(QPainter &painter, const QRect &space, const QColor &color)
{
    const Parts parts = split(space, kLockWidth);
    painter.save();
    prepare(painter, color);
    const QRectF body(parts.box.left(), parts.box.top() + 5, kLockWidth, kMarkHeight - 5);
    QPainterPath shackle(QPointF(body.left() + 2, body.top()));
    shackle.arcTo(QRectF(body.left() + 2, parts.box.top() + 1, kLockWidth - 4, 7), 180, -180);
    shackle.lineTo(body.right() - 2, body.top());
    painter.drawPath(shackle);
    QPainterPath block;
    block.addRoundedRect(body, 1.5, 1.5);
    painter.fillPath(block, color);
    painter.restore();
    return parts.rest;
}

QRect paintTie(QPainter &painter, const QRect &space, const QString &name, const QColor &color)
{
    const int nameWidth = painter.fontMetrics().horizontalAdvance(name);
    const Parts parts = split(space, kTieWidth + kSpacingTight + nameWidth);
    painter.save();
    prepare(painter, color);
    const QRectF link(parts.box.left() + 1, parts.box.center().y() - 3, 9, 6);
    painter.drawRoundedRect(link, 3, 3);
    painter.drawRoundedRect(link.translated(kTieWidth - 11, 0), 3, 3);
    painter.drawText(QRectF(parts.box.right() - nameWidth, space.top(), nameWidth, space.height()),
                     Qt::AlignRight | Qt::AlignVCenter, name);
    painter.restore();
    return parts.rest;
}

QRect paintCorrection(QPainter &painter, const QRect &space, const QColor &color)
{
    const Parts parts = split(space, kCorrectionWidth);
    painter.save();
    prepare(painter, color);
    const QPointF centre = parts.box.center();
    painter.drawEllipse(centre, kCorrectionWidth / 2.0 - 1, kCorrectionWidth / 2.0 - 1);
    painter.drawLine(centre - QPointF(kPlusArm, 0), centre + QPointF(kPlusArm, 0));
    painter.drawLine(centre - QPointF(0, kPlusArm), centre + QPointF(0, kPlusArm));
    painter.restore();
    return parts.rest;
}

void paintPin(QPainter &painter, QPointF centre, int textWidth, const QColor &color)
{
    const double side = painter.fontMetrics().horizontalAdvance(u'0') * kPinSide;
    const QPointF head(centre.x() - textWidth / 2.0 - side, centre.y() - side / 4);
    // A filled drop with a hole.
    QPainterPath drop;
    drop.moveTo(head + QPointF(0, side * 1.1));
    drop.arcTo(QRectF(head.x() - side / 2, head.y() - side / 2, side, side), 210, -240);
    drop.closeSubpath();
    drop.addEllipse(head, side / 6, side / 6);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(drop, color);
    painter.restore();
}

} // namespace quantloupe
