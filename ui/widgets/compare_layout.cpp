// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_layout.h"

#include "widgets/whole_scale.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// Bands and columns drift apart by no more than this many gaps when there is room.
constexpr int kMostBandGaps = 8;
constexpr int kMostCellGaps = 2;

} // namespace

CompareLayout::CompareLayout(const CompareSpace &space) : m_space(space)
{
    if (space.count < 1 || space.picture.isEmpty() || space.viewport.isEmpty())
        return;
    const int width = space.viewport.width();
    chooseColumns(width);
    if (m_scale < minScale()) {
        m_space.gap = space.gap / 2;
        chooseColumns(width);
    }
    if (m_scale >= minScale()) {
        place(width);
        return;
    }
    m_space.gap = space.gap;
    scroll(width - space.scrollBarWidth);
}

double CompareLayout::minScale() const
{
    const double longest = std::max(m_space.picture.width(), m_space.picture.height());
    return wholeScaleFrom(m_space.minTile / longest);
}

int CompareLayout::blockHeight(int tileHeight) const
{
    return 2 * tileHeight + between() + m_space.metricsHeight + m_space.gap / 2;
}

int CompareLayout::rowTop(PictureRow row, int tileHeight) const
{
    if (row == PictureRow::Float)
        return m_space.captionHeight;
    const int inBlock = isQuantizedRow(row) ? 0 : tileHeight + between();
    return m_space.captionHeight + tileHeight + between() +
           configurationOf(row) * blockHeight(tileHeight) + inBlock;
}

int CompareLayout::bandHeight(int tileHeight) const
{
    return rowTop(differenceRow(m_space.configurations - 1), tileHeight) + tileHeight +
           m_space.metricsHeight;
}

double CompareLayout::scaleFor(int columns, int width, int height) const
{
    const int grid = width - m_space.headerWidth - 2 * m_space.margin;
    const int cell = grid / columns - m_space.gap;
    if (cell < m_space.minCellWidth)
        return 0;
    const int bands = bandsFor(columns);
    const int band = (height - 2 * m_space.margin - (bands - 1) * m_space.gap) / bands;
    const double forTiles = double(band - bandHeight(0)) / rows();
    const double scale =
        std::min(double(cell) / m_space.picture.width(), forTiles / m_space.picture.height());
    return wholeScaleUpTo(scale);
}

void CompareLayout::chooseColumns(int width)
{
    m_scale = 0;
    m_columns = 1;
    int fewestEmpty = m_space.count;
    for (int columns = 1; columns <= m_space.count; ++columns) {
        const double scale = scaleFor(columns, width, m_space.viewport.height());
        const int empty = bandsFor(columns) * columns - m_space.count;
        const bool better = scale > m_scale || (scale == m_scale && empty <= fewestEmpty);
        if (scale <= 0 || !better)
            continue;
        m_scale = scale;
        m_columns = columns;
        fewestEmpty = empty;
    }
}

void CompareLayout::scroll(int width)
{
    m_scale = minScale();
    const int tile = int(std::lround(m_space.picture.width() * m_scale));
    const int cell = std::max(tile, m_space.minCellWidth) + m_space.gap;
    const int grid = width - m_space.headerWidth - 2 * m_space.margin;
    m_columns = std::clamp(grid / cell, 1, m_space.count);
    place(width);
}

void CompareLayout::place(int width)
{
    m_bands = bandsFor(m_columns);
    m_tile = {std::max(1, int(std::lround(m_space.picture.width() * m_scale))),
              std::max(1, int(std::lround(m_space.picture.height() * m_scale)))};
    m_cellWidth = std::max(m_tile.width(), m_space.minCellWidth);
    placeColumns(width - m_space.headerWidth - 2 * m_space.margin);
    placeBands(m_space.viewport.height() - 2 * m_space.margin);
}

void CompareLayout::placeColumns(int width)
{
    const int spare = width - m_columns * m_cellWidth;
    m_cellGap = std::clamp(spare / m_columns, m_space.gap, kMostCellGaps * m_space.gap);
    m_left = m_space.margin + std::max(0, spare - m_columns * m_cellGap) / 2;
}

void CompareLayout::placeBands(int height)
{
    const int bands = m_bands * bandHeight(m_tile.height());
    const int spare = height - bands;
    // As much above and below as between.
    m_bandGap = std::clamp(spare / (m_bands + 1), m_space.gap, kMostBandGaps * m_space.gap);
    const int used = bands + (m_bands - 1) * m_bandGap;
    m_top = m_space.margin + std::max(0, height - used) / 2;
    m_contentHeight = used + 2 * m_space.margin;
}

QRect CompareLayout::header(int band) const
{
    const int height = bandHeight(m_tile.height());
    return {m_left, m_top + band * (height + m_bandGap), m_space.headerWidth, height};
}

QRect CompareLayout::cell(int position) const
{
    const QRect header = this->header(position / m_columns);
    const int column = position % m_columns;
    return {header.right() + 1 + m_cellGap + column * (m_cellWidth + m_cellGap), header.top(),
            m_cellWidth, header.height()};
}

QRect CompareLayout::tile(int position, PictureRow row) const
{
    const QRect cell = this->cell(position);
    return {cell.left() + (m_cellWidth - m_tile.width()) / 2,
            cell.top() + rowTop(row, m_tile.height()), m_tile.width(), m_tile.height()};
}

QRect CompareLayout::caption(int position) const
{
    const QRect cell = this->cell(position);
    return {cell.left(), cell.top(), cell.width(), m_space.captionHeight};
}

QRect CompareLayout::metrics(int position, int configuration) const
{
    const QRect cell = this->cell(position);
    const int top = rowTop(differenceRow(configuration), m_tile.height()) + m_tile.height();
    return {cell.left(), cell.top() + top, cell.width(), m_space.metricsHeight};
}

std::optional<int> CompareLayout::positionAt(QPoint at) const
{
    if (m_columns < 1)
        return std::nullopt;
    const QRect first = cell(0);
    const int column = (at.x() - first.left()) / (m_cellWidth + m_cellGap);
    const int band = (at.y() - first.top()) / (first.height() + m_bandGap);
    const int position = band * m_columns + column;
    if (at.x() < first.left() || at.y() < first.top() || column >= m_columns ||
        position >= m_space.count || !cell(position).contains(at))
        return std::nullopt;
    return position;
}

std::optional<TileHit> CompareLayout::tileAt(QPoint at) const
{
    const auto position = positionAt(at);
    if (!position)
        return std::nullopt;
    for (int row = 0; row < rows(); ++row) {
        const QRect tile = this->tile(*position, PictureRow(row));
        if (tile.contains(at))
            return TileHit{*position, PictureRow(row), at - tile.topLeft()};
    }
    return std::nullopt;
}

} // namespace quantloupe
