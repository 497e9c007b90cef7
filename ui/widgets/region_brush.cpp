// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/region_brush.h"

#include "widgets/arrow_keys.h"
#include "widgets/theme.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// Pixels of the picture that keys move by with Ctrl held.
constexpr int kLongStep = 8;
/// What is not chosen, darker in either theme.
constexpr QColor kShade(0, 0, 0, 130);

QRect spanned(QPoint a, QPoint b)
{
    return {QPoint(std::min(a.x(), b.x()), std::min(a.y(), b.y())),
            QPoint(std::max(a.x(), b.x()), std::max(a.y(), b.y()))};
}

bool isOwnKey(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape ||
           !arrowDirection(key).isNull();
}

} // namespace

RegionBrush::RegionBrush(QWidget *parent) : QWidget(parent)
{
    setObjectName("regionBrush");
    setAccessibleName(tr("Part of the picture"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    hide();
    parent->installEventFilter(this);
}

void RegionBrush::begin(const QRectF &tile, const PictureRegion &region, QSize picture)
{
    if (tile.isEmpty() || picture.isEmpty())
        return;
    m_tile = tile;
    m_region = region;
    m_picture = picture;
    m_anchor.reset();
    setGeometry(parentWidget()->rect());
    // The last device pixel, not the border behind it.
    const QPointF last = tile.bottomRight() - QPointF(1, 1) / devicePixelRatioF();
    const QRect shown = spanned(pixelAt(tile.topLeft()), pixelAt(last));
    const QSize size = (shown.size() / 2).expandedTo(QSize(1, 1));
    setPixels({shown.topLeft() +
                   QPoint((shown.width() - size.width()) / 2, (shown.height() - size.height()) / 2),
               size});
    raise();
    show();
    setFocus();
}

void RegionBrush::end()
{
    if (isHidden())
        return;
    // Hiding it hands the focus on, which comes back here.
    const bool hadFocus = hasFocus();
    hide();
    if (hadFocus)
        parentWidget()->setFocus();
}

void RegionBrush::finish()
{
    const QRect chosen = m_pixels;
    end();
    Q_EMIT brushed(chosen);
}

bool RegionBrush::event(QEvent *event)
{
    // Its keys mean other things to the view and to the window.
    if (event->type() == QEvent::ShortcutOverride &&
        isOwnKey(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool RegionBrush::eventFilter(QObject *watched, QEvent *event)
{
    // The picture is somewhere else then.
    if (event->type() == QEvent::Resize || event->type() == QEvent::Hide)
        end();
    return QWidget::eventFilter(watched, event);
}

QPoint RegionBrush::pixelAt(QPointF at) const
{
    const QPointF inTile = (at - m_tile.topLeft()) * devicePixelRatioF() + m_region.offset;
    const auto nearest = [&](double place, int size) {
        return std::clamp(int(std::floor(place / m_region.scale)), 0, size - 1);
    };
    return {nearest(inTile.x(), m_picture.width()), nearest(inTile.y(), m_picture.height())};
}

QRectF RegionBrush::onScreen(const QRect &pixels) const
{
    const double scale = m_region.scale / devicePixelRatioF();
    const QPointF offset = QPointF(m_region.offset) / devicePixelRatioF();
    return {m_tile.topLeft() - offset + QPointF(pixels.topLeft()) * scale,
            QSizeF(pixels.size()) * scale};
}

void RegionBrush::setPixels(const QRect &pixels)
{
    m_pixels = pixels;
    setAccessibleDescription(tr("%1x%2 pixels at %3, %4")
                                 .arg(pixels.width())
                                 .arg(pixels.height())
                                 .arg(pixels.left())
                                 .arg(pixels.top()));
    update();
}

void RegionBrush::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_tile.contains(event->position())) {
        end();
        return;
    }
    m_anchor = pixelAt(event->position());
    setPixels({*m_anchor, QSize(1, 1)});
}

void RegionBrush::mouseMoveEvent(QMouseEvent *event)
{
    if (m_anchor)
        setPixels(spanned(*m_anchor, pixelAt(event->position())));
}

void RegionBrush::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_anchor)
        finish();
}

/// The picture stays where it is.
void RegionBrush::wheelEvent(QWheelEvent *event)
{
    event->accept();
}

void RegionBrush::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        end();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        finish();
    else
        moveByKey(arrowDirection(event->key()), event->modifiers());
    event->accept();
}

void RegionBrush::moveByKey(QPoint direction, Qt::KeyboardModifiers modifiers)
{
    const QPoint step = direction * (modifiers & Qt::ControlModifier ? kLongStep : 1);
    QRect pixels = m_pixels;
    if (modifiers & Qt::ShiftModifier) {
        const QSize room(m_picture.width() - pixels.left(), m_picture.height() - pixels.top());
        pixels.setSize(
            (pixels.size() + QSize(step.x(), step.y())).expandedTo(QSize(1, 1)).boundedTo(room));
    } else {
        const QPoint corner = pixels.topLeft() + step;
        pixels.moveTo(std::clamp(corner.x(), 0, m_picture.width() - pixels.width()),
                      std::clamp(corner.y(), 0, m_picture.height() - pixels.height()));
    }
    setPixels(pixels);
}

void RegionBrush::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    end();
}

void RegionBrush::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF chosen = onScreen(m_pixels).intersected(m_tile);
    QPainterPath shade;
    shade.addRect(rect());
    shade.addRect(chosen);
    painter.fillPath(shade, kShade);
    // Seen on dark and on light pictures.
    painter.setPen(QPen(Qt::black, 1));
    painter.drawRect(chosen.adjusted(-1.5, -1.5, 0.5, 0.5));
    painter.setPen(QPen(Qt::white, 1));
    painter.drawRect(chosen.adjusted(-0.5, -0.5, -0.5, -0.5));
    paintHint(painter);
}

void RegionBrush::paintHint(QPainter &painter) const
{
    const QString hint = tr("Drag over a part of the picture, or use the arrow keys, Shift for the "
                            "size, and Enter");
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRect room = rect().adjusted(kSpacingWide, kSpacingWide, -kSpacingWide, -kSpacingWide);
    QRect box = fontMetrics().boundingRect(room, flags, hint);
    box.adjust(-kSpacing, -kSpacingTight, kSpacing, kSpacingTight);
    // Never over the picture that is looked at.
    box.moveTop(m_tile.center().y() < rect().center().y() ? room.bottom() - box.height()
                                                          : room.top());
    painter.fillRect(box, palette().toolTipBase());
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawText(box, flags, hint);
}

} // namespace quantloupe
