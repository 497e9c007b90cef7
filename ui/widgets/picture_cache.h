// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"
#include "widgets/compare_layout.h"
#include "widgets/picture_region.h"

#include <QImage>

#include <array>
#include <optional>
#include <vector>

namespace quantloupe {

/// An 8-bit picture as Format_RGB32; grey stays grey.
QImage toQImage(const Image &image);

/// Pairs by position with everything derived from them, computed at first use and kept: pictures
/// to paint, differences, and the tiles of the present region.
class PictureCache
{
public:
    void resize(int count);
    int count() const { return int(m_entries.size()); }
    void set(int position, const SamplePair &pair);
    const SamplePair *pair(int position) const;
    /// Of the pair that was set last; empty before the first.
    QSize pictureSize() const { return m_pictureSize; }
    void setDifference(DifferenceKind kind, double gain);
    void setRegion(const PictureRegion &region, QSize tile);

    bool hasTile(int position, PictureRow row) const;
    /// Null where there is no pair, or no difference because the sizes differ.
    const QImage &tile(int position, PictureRow row);
    /// What tile() last gave, to be shown until there is time for the new one; null where it has
    /// another size.
    QImage formerTile(int position, PictureRow row) const;

private:
    struct Picture
    {
        QImage source;
        /// The whole picture at a scale below 1, so that panning only copies.
        QImage reduced;
        QImage tile;
        bool rendered = false;

        /// Keeps the tile as the former one.
        void invalidate();
    };
    struct Entry
    {
        std::optional<SamplePair> pair;
        std::array<Picture, kPictureRows> pictures;
    };

    QImage makeSource(const SamplePair &pair, PictureRow row) const;
    /// Nearest neighbour when enlarged, averaged when smaller.
    QImage render(Picture &picture) const;

    std::vector<Entry> m_entries;
    QSize m_pictureSize;
    DifferenceKind m_kind = DifferenceKind::SignedLuminance;
    double m_gain = 1;
    PictureRegion m_region;
    QSize m_tileSize;
};

} // namespace quantloupe
