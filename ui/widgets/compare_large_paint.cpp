// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_large.h"

#include "widgets/compare_painter.h"
#include "widgets/compare_text.h"
#include "widgets/mark_painter.h"
#include "widgets/theme.h"

#include <QPainter>

#include <algorithm>

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
    const SamplePair *compared = row == PictureRow::Difference ? differencePair() : nullptr;
    if (compared && isIdentical(*compared))
        parts.paintEqual(painter, m_layout.tile(index));
    else
        parts.paintTile(painter, m_layout.tile(index), m_cache.tile(0, row), isDimmed(row));
    if (m_mode != CompareMode::Wipe || m_showsLeft)
        paintCaption(painter, captionPlace(index), Qt::AlignLeft, shownTile(index));
}

QRectF CompareLarge::captionPlace(int index) const
{
    const double ratio = devicePixelRatioF();
    const QRect caption = m_layout.caption(index);
    return {caption.x() / ratio, caption.y() / ratio, caption.width() / ratio,
            caption.height() / ratio};
}

CompareLarge::Tile CompareLarge::shownTile(int index) const
{
    const bool isLeft = m_showsLeft && m_tiles[index].row != PictureRow::Float;
    const int left = m_choice.showsAll && m_mode == CompareMode::Pair ? 0 : m_choice.left;
    Tile tile = isLeft ? tileOf(PictureRow::Float, left) : m_tiles[index];
    if (index == 0)
        tile.name = withSample(tile.name);
    tile.isPinned = index == 0 && m_title.isPinned;
    return tile;
}

QRectF CompareLarge::paintLatentPin(QPainter &painter, QRectF place) const
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const double middle = place.top() + fontMetrics().height() / 2.0;
    paintPin(painter, {place.left() + kPinDigits * digit, middle}, digit,
             themeColors(palette()).accent);
    return place.adjusted(kPinDigits * digit, 0, 0, 0);
}

QString CompareLarge::withSample(const QString &name) const
{
    return m_title.sample.isEmpty() ? name : tr("Sample %1: %2").arg(m_title.sample, name);
}

/// The name above the distance to float.
void CompareLarge::paintCaption(QPainter &painter, QRectF place, Qt::Alignment side,
                                const Tile &tile) const
{
    const int width = int(place.width());
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF name = tile.isPinned ? paintLatentPin(painter, place) : place;
    painter.drawText(name, int(side | Qt::AlignTop),
                     fontMetrics().elidedText(tile.name, Qt::ElideRight, int(name.width())));
    if (tile.distances.isEmpty())
        return;
    painter.setFont(numericFont(smallFont(font())));
    painter.setPen(themeColors(palette()).secondaryText);
    const QFontMetrics metrics = painter.fontMetrics();
    const auto fits = [&](const QString &text) { return metrics.horizontalAdvance(text) <= width; };
    const auto fitting = std::ranges::find_if(tile.distances, fits);
    const QString &text = fitting == tile.distances.cend() ? tile.distances.last() : *fitting;
    painter.drawText(place.adjusted(0, fontMetrics().height(), 0, 0), int(side | Qt::AlignTop),
                     metrics.elidedText(text, Qt::ElideRight, width));
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
    parts.paintTile(painter, m_layout.tile(0), m_cache.tile(0, PictureRow::Float),
                    isDimmed(PictureRow::Float));
    painter.restore();
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(QRectF(x - kLineWidth, tile.top(), 2 * kLineWidth, tile.height()),
                     colors.canvas);
    painter.fillRect(QRectF(x - kLineWidth / 2.0, tile.top(), kLineWidth, tile.height()),
                     colors.accent);
    paintWipeCaptions(painter);
}

void CompareLarge::paintWipeCaptions(QPainter &painter) const
{
    Tile left = tileOf(PictureRow::Float, m_choice.left);
    left.name = withSample(left.name);
    left.isPinned = m_title.isPinned;
    const int pin = left.isPinned ? int(kPinDigits * fontMetrics().horizontalAdvance(u'0')) : 0;
    const QRectF place = captionPlace(0);
    const double width =
        left.distances.isEmpty()
            ? std::min<double>(pin + fontMetrics().horizontalAdvance(left.name), place.width() / 2)
            : (place.width() - kSpacing) / 2;
    paintCaption(painter, place.adjusted(0, 0, width - place.width(), 0), Qt::AlignLeft, left);
    paintCaption(painter, place.adjusted(width + kSpacing, 0, 0, 0), Qt::AlignRight, m_tiles[0]);
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
