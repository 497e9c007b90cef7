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
    m_entries.resize(std::size_t(std::max(0, count)), emptyEntry());
    if (count == 0)
        m_pictureSize = {};
}

PictureCache::Entry PictureCache::emptyEntry() const
{
    Entry entry;
    entry.pairs.resize(std::size_t(m_configurations));
    entry.pictures.resize(std::size_t(rowCount(m_configurations)));
    return entry;
}

void PictureCache::setConfigurations(int count)
{
    m_configurations = std::max(1, count);
    for (Entry &entry : m_entries) {
        entry.pairs.resize(1);
        entry.pictures.resize(std::size_t(rowCount(1)));
        entry.pairs.resize(std::size_t(m_configurations));
        entry.pictures.resize(std::size_t(rowCount(m_configurations)));
    }
}

void PictureCache::set(int position, const SamplePair &pair, int configuration)
{
    Entry &entry = m_entries[position];
    if (configuration > 0) {
        if (!entry.pairs[0] || !(entry.pairs[0]->sample == pair.sample))
            return;
        entry.pairs[configuration] = pair;
        entry.pictures[int(quantizedRow(configuration))].invalidate();
        entry.pictures[int(differenceRow(configuration))].invalidate();
        return;
    }
    for (int other = 1; other < m_configurations; ++other)
        if (entry.pairs[other] && !(entry.pairs[other]->sample == pair.sample)) {
            entry.pairs[other].reset();
            entry.pictures[int(quantizedRow(other))] = {};
            entry.pictures[int(differenceRow(other))] = {};
        }
    entry.pairs[0] = pair;
    for (int row = 0; row < rowCount(1); ++row)
        entry.pictures[row].invalidate();
    m_pictureSize = {pair.reference.width, pair.reference.height};
}

const SamplePair *PictureCache::pair(int position, int configuration) const
{
    if (position < 0 || position >= count() || configuration >= m_configurations ||
        !m_entries[position].pairs[configuration])
        return nullptr;
    return &*m_entries[position].pairs[configuration];
}

void PictureCache::rearrange(const std::vector<int> &from)
{
    std::vector<Entry> moved;
    for (const int position : from)
        moved.push_back(position < 0 ? emptyEntry() : m_entries[position]);
    m_entries = std::move(moved);
}

void PictureCache::setDifference(DifferenceKind kind, double gain)
{
    if (kind == m_kind && gain == m_gain)
        return;
    m_kind = kind;
    m_gain = gain;
    for (Entry &entry : m_entries)
        for (int configuration = 0; configuration < m_configurations; ++configuration)
            entry.pictures[int(differenceRow(configuration))].invalidate();
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

PictureMaker PictureCache::makerOf(const SamplePair &pair, PictureRow row) const
{
    if (row == PictureRow::Float)
        return [image = pair.reference] { return toQImage(image); };
    if (isQuantizedRow(row))
        return [image = pair.quantized] { return toQImage(image); };
    const Image &a = pair.reference;
    const Image &b = pair.quantized;
    if (a.isEmpty() || a.width != b.width || a.height != b.height || a.channels != b.channels)
        return {};
    return [a, b, kind = m_kind, gain = m_gain] { return toQImage(difference(a, b, kind, gain)); };
}

PictureMaker PictureCache::maker(int position, PictureRow row) const
{
    const QImage &source = m_entries[position].pictures[int(row)].source;
    if (!source.isNull())
        return [source] { return source; };
    const SamplePair *pair = pairFor(m_entries[position], row);
    return pair ? makerOf(*pair, row) : PictureMaker();
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

const SamplePair *PictureCache::pairFor(const Entry &entry, PictureRow row) const
{
    const auto &pair = entry.pairs[row == PictureRow::Float ? 0 : configurationOf(row)];
    return pair ? &*pair : nullptr;
}

QImage PictureCache::picture(int position, PictureRow row)
{
    Picture &picture = m_entries[position].pictures[int(row)];
    const SamplePair *pair = pairFor(m_entries[position], row);
    if (!picture.source.isNull() || !pair)
        return picture.source;
    if (const PictureMaker make = makerOf(*pair, row))
        picture.source = make();
    return picture.source;
}

const QImage &PictureCache::tile(int position, PictureRow row)
{
    Picture &picture = m_entries[position].pictures[int(row)];
    if (!picture.rendered && hasPicture(position, row)) {
        this->picture(position, row);
        picture.tile = render(picture);
        picture.rendered = true;
    }
    return picture.tile;
}

} // namespace quantloupe
