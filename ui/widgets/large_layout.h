// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <optional>

namespace quantloupe {

/// What the large view must fit, in device pixels.
struct LargeSpace
{
    QSize viewport;
    int tiles = 0;
    QSize picture;
    int captionHeight = 0;
    int gap = 0;
    int margin = 0;
};

/// A few pictures of one latent as large as they fit side by side or below each other, each with a
/// caption above. Device pixels.
class LargeLayout
{
public:
    LargeLayout() = default;
    explicit LargeLayout(const LargeSpace &space);

    /// Device pixels for a pixel of the picture when all of it is shown: whole, or the
    /// reciprocal of a whole number.
    double fitScale() const { return m_scale; }
    QSize tileSize() const { return m_tile; }
    QRect tile(int index) const;
    QRect caption(int index) const;
    std::optional<int> tileAt(QPoint at) const;

private:
    double scaleFor(int columns) const;
    int rowsFor(int columns) const { return (m_space.tiles + columns - 1) / columns; }

    LargeSpace m_space;
    int m_columns = 1;
    double m_scale = 1;
    QSize m_tile;
};

} // namespace quantloupe
