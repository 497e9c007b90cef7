// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QSize>

#include <optional>

namespace quantloupe {

/// The part of every picture that its tile shows. `scale` is device pixels for a pixel of the
/// picture, whole or the reciprocal of a whole number; `offset` the hidden device pixels left of
/// and above the tile.
struct PictureRegion
{
    static constexpr double kLargestScale = 64;

    double scale = 1;
    QPoint offset;
    bool operator==(const PictureRegion &) const = default;

    QSize scaledSize(QSize picture) const;
    /// The pixel of the picture under a point of the tile.
    QPoint pixelAt(QPoint inTile) const;
    /// The place of a pixel in the tile; beyond its borders too. From scale 1 on.
    QRect pixelRect(QPoint pixel) const
    {
        return {pixel * int(scale) - offset, QSize(int(scale), int(scale))};
    }
};

/// What the user wants to see of pictures, in whatever view and at whatever size of their tiles.
struct PictureZoom
{
    /// As PictureRegion::scale; absent for all of the picture as large as it fits.
    std::optional<double> scale;
    /// The point in the middle of a tile, in shares of the picture.
    QPointF centre{0.5, 0.5};
    bool operator==(const PictureZoom &) const = default;
};

/// The nearest region to what is wanted of a picture that fits at scale `fit`.
PictureRegion regionOf(const PictureZoom &zoom, double fit, QSize picture, QSize tile);
/// What a region shows.
PictureZoom zoomOf(const PictureRegion &region, QSize picture, QSize tile);

/// The next scale in wheel direction, from `fit` up to kLargestScale.
double nextScale(double scale, double fit, int notches);
/// The largest whole scale up to `scale` in limits; `fit` is whole.
double allowedScale(double scale, double fit);
/// What panBy() of a view needs so that a pixel of the picture is whole in its tile.
QPoint shiftToShow(QPoint pixel, const PictureRegion &region, QSize tile);
/// The pixel that keys read after `read`, or in the middle of the tile where none was read.
QPoint nextPixel(std::optional<QPoint> read, QPoint direction, const PictureRegion &region,
                 QSize picture, QSize tile);
/// How far keys move pictures that are too small for single pixels.
QPoint panStep(QPoint direction, QSize tile);
/// `region` at another scale with the point `anchor` of the tile kept in place where possible.
PictureRegion zoomed(const PictureRegion &region, double scale, QPointF anchor);
/// The nearest region that leaves no part of the tile empty.
PictureRegion bounded(PictureRegion region, QSize picture, QSize tile);

} // namespace quantloupe
