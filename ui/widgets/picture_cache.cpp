// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/picture_cache.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Nearest neighbour; the ground around a picture that does not fill the tile is transparent.
QImage enlargedTile(const QImage &picture, const PictureRegion &region, QSize tile)
{
    const int scale = int(region.scale);
    const QSize scaled = region.scaledSize(picture.size());
    const int width = std::min(tile.width(), scaled.width() - region.offset.x());
    const int height = std::min(tile.height(), scaled.height() - region.offset.y());
    const bool covered = width == tile.width() && height == tile.height();
    QImage result(tile, covered ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (!covered)
        result.fill(Qt::transparent);
    for (int y = 0; y < height; ++y) {
        const int sourceY = (y + region.offset.y()) / scale;
        const auto *from = reinterpret_cast<const QRgb *>(picture.constScanLine(sourceY));
        auto *to = reinterpret_cast<QRgb *>(result.scanLine(y));
        for (int x = 0; x < width; ++x)
            to[x] = from[(x + region.offset.x()) / scale];
    }
    return result;
}

} // namespace

QImage toQImage(const Image &image)
{
    if (image.isEmpty())
        return {};
    const auto format = image.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    const QImage view(image.pixels.data(), image.width, image.height,
                      qsizetype(image.width) * image.channels, format);
    return view.convertToFormat(QImage::Format_RGB32);
}

void PictureCache::Picture::invalidate()
{
    source = {};
    reduced = {};
    rendered = false;
}

void PictureCache::resize(int count)
{
    m_entries.resize(std::size_t(std::max(0, count)));
    if (count == 0)
        m_pictureSize = {};
}

void PictureCache::set(int position, const SamplePair &pair)
{
    Entry &entry = m_entries[position];
    entry.pair = pair;
    for (Picture &picture : entry.pictures)
        picture.invalidate();
    m_pictureSize = {pair.reference.width, pair.reference.height};
}

const SamplePair *PictureCache::pair(int position) const
{
    if (position < 0 || position >= count() || !m_entries[position].pair)
        return nullptr;
    return &*m_entries[position].pair;
}

void PictureCache::setDifference(DifferenceKind kind, double gain)
{
    if (kind == m_kind && gain == m_gain)
        return;
    m_kind = kind;
    m_gain = gain;
    for (Entry &entry : m_entries)
        entry.pictures[int(PictureRow::Difference)].invalidate();
}

void PictureCache::setRegion(const PictureRegion &region, QSize tile)
{
    if (region == m_region && tile == m_tileSize)
        return;
    const bool rescaled = region.scale != m_region.scale;
    m_region = region;
    m_tileSize = tile;
    for (Entry &entry : m_entries) {
        for (Picture &picture : entry.pictures) {
            picture.rendered = false;
            if (rescaled)
                picture.reduced = {};
        }
    }
}

bool PictureCache::hasTile(int position, PictureRow row) const
{
    return m_entries[position].pictures[int(row)].rendered;
}

QImage PictureCache::formerTile(int position, PictureRow row) const
{
    const QImage &tile = m_entries[position].pictures[int(row)].tile;
    return tile.size() == m_tileSize ? tile : QImage();
}

QImage PictureCache::makeSource(const SamplePair &pair, PictureRow row) const
{
    if (row == PictureRow::Float)
        return toQImage(pair.reference);
    if (row == PictureRow::Quantized)
        return toQImage(pair.quantized);
    const Image &a = pair.reference;
    const Image &b = pair.quantized;
    if (a.isEmpty() || a.width != b.width || a.height != b.height || a.channels != b.channels)
        return {};
    return toQImage(difference(a, b, m_kind, m_gain));
}

QImage PictureCache::render(Picture &picture) const
{
    if (picture.source.isNull() || m_tileSize.isEmpty())
        return {};
    if (m_region.scale >= 1)
        return enlargedTile(picture.source, m_region, m_tileSize);
    if (picture.reduced.isNull())
        picture.reduced = picture.source.scaled(m_region.scaledSize(picture.source.size()),
                                                Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return picture.reduced.copy(QRect(m_region.offset, m_tileSize));
}

const QImage &PictureCache::tile(int position, PictureRow row)
{
    Entry &entry = m_entries[position];
    Picture &picture = entry.pictures[int(row)];
    if (!picture.rendered && entry.pair) {
        if (picture.source.isNull())
            picture.source = makeSource(*entry.pair, row);
        picture.tile = render(picture);
        picture.rendered = true;
    }
    return picture.tile;
}

} // namespace quantloupe
