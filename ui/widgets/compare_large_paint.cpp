// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_large.h"

#include "widgets/compare_painter.h"
#include "widgets/theme.h"

#include <QPainter>

namespace quantloupe {

namespace {

/// Of the divider and of the ring that shows the focus.
constexpr int kLineWidth = 2;

} // namespace

void CompareLarge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.canvas);
    const ComparePainter parts(*this);
    for (int index = 0; index < tileCount(); ++index)
        paintTile(painter, parts, index);
    if (m_mode == CompareMode::Wipe)
        paintWipe(painter, parts);
    if (m_hover)
        paintHover(painter, parts);
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, kLineWidth));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void CompareLarge::paintTile(QPainter &painter, const ComparePainter &parts, int index)
{
    const bool isLeft = m_showsLeft && m_tiles[index].row != PictureRow::Float;
    const PictureRow row = isLeft ? PictureRow::Float : m_tiles[index].row;
    parts.paintTile(painter, m_layout.tile(index), m_cache.tile(0, row), m_dimmed);
    if (m_mode != CompareMode::Wipe || m_showsLeft)
        paintCaption(painter, index);
}

QString CompareLarge::fittingCaption(int index, int width) const
{
    const Tile &tile = m_tiles[index];
    const bool fits = fontMetrics().horizontalAdvance(tile.caption) <= width;
    return fontMetrics().elidedText(fits ? tile.caption : tile.shortCaption, Qt::ElideRight, width);
}

void CompareLarge::paintCaption(QPainter &painter, int index) const
{
    const double ratio = devicePixelRatioF();
    const QRect caption = m_layout.caption(index);
    const QRectF place(caption.x() / ratio, caption.y() / ratio, caption.width() / ratio,
                       caption.height() / ratio);
    const bool isLeft = m_showsLeft && m_tiles[index].row != PictureRow::Float;
    const QString text = isLeft ? nameOf(m_choice.showsAll ? 0 : shownChoice().left)
                                : fittingCaption(index, int(place.width()));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
}

/// The left picture over the right one up to the divider, and both names.
void CompareLarge::paintWipe(QPainter &painter, const ComparePainter &parts)
{
    if (m_showsLeft)
        return;
    const double ratio = devicePixelRatioF();
    const QRectF tile = tileRect(0);
    const double x = dividerX() / ratio;
    painter.save();
    painter.setClipRect(QRectF(tile.left(), tile.top(), x - tile.left(), tile.height()));
    parts.paintTile(painter, m_layout.tile(0), m_cache.tile(0, PictureRow::Float), m_dimmed);
    painter.restore();
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(QRectF(x - kLineWidth, tile.top(), 2 * kLineWidth, tile.height()),
                     colors.canvas);
    painter.fillRect(QRectF(x - kLineWidth / 2.0, tile.top(), kLineWidth, tile.height()),
                     colors.accent);
    const QRectF caption(tile.left(), tile.top() - fontMetrics().height() - kSpacingTight,
                         tile.width(), fontMetrics().height());
    const QString leftName = nameOf(shownChoice().left);
    const int left = fontMetrics().horizontalAdvance(leftName);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter, leftName);
    painter.drawText(caption, Qt::AlignRight | Qt::AlignVCenter,
                     fittingCaption(0, int(caption.width()) - left - kSpacing));
}

void CompareLarge::paintHover(QPainter &painter, const ComparePainter &parts) const
{
    for (int index = 0; index < tileCount(); ++index) {
        painter.save();
        painter.setClipRect(tileRect(index));
        parts.paintPixelFrame(
            painter, m_region.pixelRect(*m_hover).translated(m_layout.tile(index).topLeft()));
        painter.restore();
    }
}

} // namespace quantloupe
