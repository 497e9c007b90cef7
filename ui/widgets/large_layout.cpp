// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/large_layout.h"

#include "widgets/whole_scale.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

LargeLayout::LargeLayout(const LargeSpace &space) : m_space(space)
{
    if (space.tiles < 1 || space.picture.isEmpty() || space.viewport.isEmpty())
        return;
    m_scale = 0;
    for (int columns = 1; columns <= space.tiles; ++columns) {
        // Of equal scales side by side is easier to compare.
        if (const double scale = scaleFor(columns); scale >= m_scale) {
            m_scale = scale;
            m_columns = columns;
        }
    }
    m_tile = {std::max(1, int(std::lround(space.picture.width() * m_scale))),
              std::max(1, int(std::lround(space.picture.height() * m_scale)))};
}

double LargeLayout::scaleFor(int columns) const
{
    const QSize room = m_space.viewport - 2 * QSize(m_space.margin, m_space.margin);
    const int rows = rowsFor(columns);
    const int width = (room.width() - (columns - 1) * m_space.gap) / columns;
    const int height = (room.height() - (rows - 1) * m_space.gap) / rows - m_space.captionHeight;
    const double scale = std::min(double(width) / m_space.picture.width(),
                                  double(height) / m_space.picture.height());
    // Never nothing, however small the view.
    return wholeScaleUpTo(std::max(scale, 1.0 / m_space.picture.width()));
}

QRect LargeLayout::tile(int index) const
{
    const int rows = rowsFor(m_columns);
    const int columnWidth = m_tile.width() + m_space.gap;
    const int rowHeight = m_space.captionHeight + m_tile.height() + m_space.gap;
    const int left = (m_space.viewport.width() - m_columns * columnWidth + m_space.gap) / 2;
    const int top = (m_space.viewport.height() - rows * rowHeight + m_space.gap) / 2;
    return {left + index % m_columns * columnWidth,
            top + index / m_columns * rowHeight + m_space.captionHeight, m_tile.width(),
            m_tile.height()};
}

QRect LargeLayout::caption(int index) const
{
    const QRect tile = this->tile(index);
    return {tile.left(), tile.top() - m_space.captionHeight, tile.width(), m_space.captionHeight};
}

std::optional<int> LargeLayout::tileAt(QPoint at) const
{
    for (int index = 0; index < m_space.tiles; ++index)
        if (tile(index).contains(at))
            return index;
    return std::nullopt;
}

} // namespace quantloupe
