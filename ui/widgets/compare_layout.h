// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <optional>

namespace quantloupe {

/// The pictures of a latent, top to bottom: float, then for each configuration its picture and its
/// difference to float. The enumerators name those of the first configuration, the present one.
enum class PictureRow : int { Float, Quantized, Difference };

constexpr PictureRow quantizedRow(int configuration)
{
    return PictureRow(1 + 2 * configuration);
}
constexpr PictureRow differenceRow(int configuration)
{
    return PictureRow(2 + 2 * configuration);
}
constexpr int rowCount(int configurations)
{
    return 1 + 2 * configurations;
}
constexpr bool isQuantizedRow(PictureRow row)
{
    return int(row) % 2 == 1;
}
/// Of any row but Float.
constexpr int configurationOf(PictureRow row)
{
    return (int(row) - 1) / 2;
}

/// What the grid must fit. All lengths in device pixels, so that pictures fall on whole pixels at
/// every scale of the screen.
struct CompareSpace
{
    QSize viewport;
    /// Width taken by a vertical scroll bar once the pictures do not fit.
    int scrollBarWidth = 0;
    int count = 0;
    int configurations = 1;
    QSize picture;
    /// Left column with the names of the rows.
    int headerWidth = 0;
    /// One line above the pictures of a latent, and the lines below those of a configuration.
    int captionHeight = 0;
    int metricsHeight = 0;
    /// Captions and metrics need this width.
    int minCellWidth = 0;
    /// Pictures are not shown smaller than this (or than themselves); the view scrolls instead.
    int minTile = 0;
    /// Half of it where that saves the scroll bar.
    int gap = 0;
    int margin = 0;
};

struct TileHit
{
    int position = 0;
    PictureRow row = PictureRow::Float;
    /// Relative to the tile's top left corner.
    QPoint offset;
};

/// A grid of latents in bands; each latent is a column of tiles. Device pixels, relative to the
/// content's top left corner.
class CompareLayout
{
public:
    CompareLayout() = default;
    explicit CompareLayout(const CompareSpace &space);

    int columns() const { return m_columns; }
    int bands() const { return m_bands; }
    int count() const { return m_space.count; }
    int rows() const { return rowCount(m_space.configurations); }
    /// Device pixels for a pixel of the picture when all of it is shown: whole, or the
    /// reciprocal of a whole number.
    double fitScale() const { return m_scale; }
    QSize tileSize() const { return m_tile; }
    int contentHeight() const { return m_contentHeight; }

    /// Caption, tiles and metrics of one latent.
    QRect cell(int position) const;
    QRect tile(int position, PictureRow row) const;
    QRect caption(int position) const;
    QRect metrics(int position, int configuration = 0) const;
    /// The header column beside a band, from caption to metrics.
    QRect header(int band) const;
    std::optional<TileHit> tileAt(QPoint at) const;
    std::optional<int> positionAt(QPoint at) const;

private:
    void chooseColumns(int width);
    void scroll(int width);
    void place(int width);
    void placeColumns(int width);
    void placeBands(int height);
    double scaleFor(int columns, int width, int height) const;
    int between() const { return m_space.gap > 4 ? m_space.gap / 4 : 1; }
    /// Relative to the top of the band; of Float the first.
    int rowTop(PictureRow row, int tileHeight) const;
    /// From the top of a configuration's picture to that of the next one's.
    int blockHeight(int tileHeight) const;
    int bandHeight(int tileHeight) const;
    int bandsFor(int columns) const { return (m_space.count + columns - 1) / columns; }
    double minScale() const;

    CompareSpace m_space;
    int m_columns = 0;
    int m_bands = 0;
    double m_scale = 1;
    QSize m_tile;
    int m_cellWidth = 0;
    int m_cellGap = 0;
    int m_left = 0;
    int m_top = 0;
    int m_bandGap = 0;
    int m_contentHeight = 0;
};

} // namespace quantloupe
