// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <optional>

namespace quantloupe {

/// The three pictures of a latent, top to bottom.
enum class PictureRow { Float, Quantized, Difference };
inline constexpr int kPictureRows = 3;

/// What the grid must fit. All lengths in device pixels, so that pictures fall on whole pixels at
/// every scale of the screen.
struct CompareSpace
{
    QSize viewport;
    /// Width taken by a vertical scroll bar once the pictures do not fit.
    int scrollBarWidth = 0;
    int count = 0;
    QSize picture;
    /// Left column with the names of the rows.
    int headerWidth = 0;
    /// One line above and the lines below the pictures of a latent.
    int captionHeight = 0;
    int metricsHeight = 0;
    /// Captions and metrics need this width.
    int minCellWidth = 0;
    /// Pictures are not shown smaller than this (or than themselves); the view scrolls instead.
    int minTile = 0;
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

/// A grid of latents in bands; each latent is a column of three tiles. Device pixels, relative to
/// the content's top left corner.
class CompareLayout
{
public:
    CompareLayout() = default;
    explicit CompareLayout(const CompareSpace &space);

    int columns() const { return m_columns; }
    int bands() const { return m_bands; }
    int count() const { return m_space.count; }
    /// Device pixels for a pixel of the picture when all of it is shown: whole from 1 on.
    double fitScale() const { return m_scale; }
    QSize tileSize() const { return m_tile; }
    int contentHeight() const { return m_contentHeight; }

    /// Caption, tiles and metrics of one latent.
    QRect cell(int position) const;
    QRect tile(int position, PictureRow row) const;
    QRect caption(int position) const;
    QRect metrics(int position) const;
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
