// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/picture_region.h"

#include "widgets/whole_scale.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr double kNotchFactor = 1.3;

double nextLarger(double scale)
{
    if (scale >= 1)
        return std::max(scale + 1, std::round(scale * kNotchFactor));
    return scale < 0.5 ? 0.5 : 1;
}

double nextSmaller(double scale)
{
    if (scale > 1)
        return std::max(1.0, std::min(scale - 1, std::round(scale / kNotchFactor)));
    return scale > 0.5 ? 0.5 : 0;
}

} // namespace

QSize PictureRegion::scaledSize(QSize picture) const
{
    return {std::max(1, int(std::lround(picture.width() * scale))),
            std::max(1, int(std::lround(picture.height() * scale)))};
}

QPoint PictureRegion::pixelAt(QPoint inTile) const
{
    const QPoint scaled = offset + inTile;
    return {int(std::floor(scaled.x() / scale)), int(std::floor(scaled.y() / scale))};
}

PictureRegion regionOf(const PictureZoom &zoom, double fit, QSize picture, QSize tile)
{
    PictureRegion region{allowedScale(zoom.scale.value_or(fit), fit), {}};
    const QSize scaled = region.scaledSize(picture);
    const QPointF centre(zoom.centre.x() * scaled.width(), zoom.centre.y() * scaled.height());
    region.offset = (centre - QPointF(tile.width(), tile.height()) / 2).toPoint();
    return bounded(region, picture, tile);
}

PictureZoom zoomOf(const PictureRegion &region, QSize picture, QSize tile)
{
    const QSize scaled = region.scaledSize(picture);
    const QPointF centre = QPointF(region.offset) + QPointF(tile.width(), tile.height()) / 2;
    return {region.scale, {centre.x() / scaled.width(), centre.y() / scaled.height()}};
}

double allowedScale(double scale, double fit)
{
    return wholeScaleUpTo(std::clamp(scale, fit, std::max(fit, PictureRegion::kLargestScale)));
}

double nextScale(double scale, double fit, int notches)
{
    for (; notches > 0; --notches)
        scale = nextLarger(scale);
    for (; notches < 0; ++notches)
        scale = nextSmaller(scale);
    return allowedScale(scale, fit);
}

PictureRegion zoomed(const PictureRegion &region, double scale, QPointF anchor)
{
    const QPointF scaled = (QPointF(region.offset) + anchor) * (scale / region.scale);
    return {scale, (scaled - anchor).toPoint()};
}

PictureRegion bounded(PictureRegion region, QSize picture, QSize tile)
{
    const QSize scaled = region.scaledSize(picture);
    region.offset.setX(
        std::clamp(region.offset.x(), 0, std::max(0, scaled.width() - tile.width())));
    region.offset.setY(
        std::clamp(region.offset.y(), 0, std::max(0, scaled.height() - tile.height())));
    return region;
}

namespace {

/// Of a span in one direction; 0 where it lies within.
int shiftInto(int first, int last, int size)
{
    return first < 0 ? -first : std::min(0, size - 1 - last);
}

} // namespace

QPoint shiftToShow(QPoint pixel, const PictureRegion &region, QSize tile)
{
    const QRect place = region.pixelRect(pixel);
    return {shiftInto(place.left(), place.right(), tile.width()),
            shiftInto(place.top(), place.bottom(), tile.height())};
}

QPoint nextPixel(std::optional<QPoint> read, QPoint direction, const PictureRegion &region,
                 QSize picture, QSize tile)
{
    const QPoint next =
        read ? *read + direction : region.pixelAt(QPoint(tile.width() / 2, tile.height() / 2));
    return {std::clamp(next.x(), 0, picture.width() - 1),
            std::clamp(next.y(), 0, picture.height() - 1)};
}

QPoint panStep(QPoint direction, QSize tile)
{
    return -direction * std::max(1, std::min(tile.width(), tile.height()) / 8);
}

} // namespace quantloupe
