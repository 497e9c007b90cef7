// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"
#include "widgets/compare_layout.h"
#include "widgets/picture_region.h"
#include "widgets/shown_pictures.h"

#include <QImage>

#include <optional>
#include <vector>

namespace quantloupe {

/// An 8-bit picture as Format_RGB32; grey stays grey.
QImage toQImage(const Image &image);

/// Pairs by position and configuration with everything derived from them, computed at first use and
/// kept: pictures to paint, differences, and the tiles of the present region. Configuration 0 is
/// the present one.
class PictureCache
{
public:
    void resize(int count);
    int count() const { return int(m_entries.size()); }
    /// Forgets the pairs of all configurations but the first.
    void setConfigurations(int count);
    int configurations() const { return m_configurations; }
    /// A pair of another sample than the first configuration's is not taken; one of the first
    /// configuration takes those of another sample away.
    void set(int position, const SamplePair &pair, int configuration = 0);
    const SamplePair *pair(int position, int configuration = 0) const;
    /// Moves entries: the one at position i comes from `from[i]`, or is empty where that is -1.
    void rearrange(const std::vector<int> &from);
    /// Of the pair that was set last; empty before the first.
    QSize pictureSize() const { return m_pictureSize; }
    void setDifference(DifferenceKind kind, double gain);
    void setRegion(const PictureRegion &region, QSize tile);

    bool hasPicture(int position, PictureRow row) const
    {
        return pairFor(m_entries[position], row) != nullptr;
    }
    /// The whole picture, pixel by pixel; null as for tile().
    QImage picture(int position, PictureRow row);
    /// Makes the same picture from a copy of what it is made of; empty where there is none.
    PictureMaker maker(int position, PictureRow row) const;
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
        /// By configuration.
        std::vector<std::optional<SamplePair>> pairs;
        /// By row.
        std::vector<Picture> pictures;
    };

    Entry emptyEntry() const;
    const SamplePair *pairFor(const Entry &entry, PictureRow row) const;
    PictureMaker makerOf(const SamplePair &pair, PictureRow row) const;
    /// Nearest neighbour when enlarged, averaged when smaller.
    QImage render(Picture &picture) const;

    std::vector<Entry> m_entries;
    int m_configurations = 1;
    QSize m_pictureSize;
    DifferenceKind m_kind = DifferenceKind::SignedLuminance;
    double m_gain = 1;
    PictureRegion m_region;
    QSize m_tileSize;
};

} // namespace quantloupe
