// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reference_pictures.h"

#include "base/error.h"

#include <limits>
#include <optional>

namespace quantloupe {

namespace {

/// Of the stream Split, whose first indices draw halves and resamples.
constexpr std::uint64_t kReferenceIndex = std::numeric_limits<std::uint64_t>::max();

std::optional<Image> read(const ImageSet &set, std::size_t index, std::vector<std::string> &skipped)
{
    try {
        return set.at(index);
    } catch (const Error &error) {
        skipped.emplace_back(error.what());
        return {};
    }
}

} // namespace

ReferencePictures::ReferencePictures(ImageSetPtr set, const ImagePreparation &preparation,
                                     int channels, std::optional<std::uint64_t> seed)
    : m_set(std::move(set)), m_preparation(preparation), m_channels(channels), m_seed(seed)
{
    rewind();
}

std::vector<Image> ReferencePictures::next(std::size_t count, const RunContext &context)
{
    std::vector<Image> images;
    const int side = m_preparation.side;
    for (; images.size() < count && m_taken < m_set->size();) {
        context.checkCancelled();
        const std::optional<Image> image = read(*m_set, nextIndex(), m_skipped);
        if (!image)
            continue;
        const Image square =
            resized(m_preparation.crop == Crop::Center ? centerSquare(*image) : *image, side, side,
                    m_preparation.filter);
        m_hasColours |= square.channels > 1;
        m_hasPictures = true;
        images.push_back(m_channels == 3 ? toRgb(square) : square);
    }
    return images;
}

void ReferencePictures::rewind()
{
    m_taken = 0;
    m_draw.reset();
    if (m_seed)
        m_draw.emplace(m_set->size(), RandomStream(*m_seed, StreamRole::Split, kReferenceIndex));
    m_skipped.clear();
}

std::size_t ReferencePictures::nextIndex()
{
    const std::size_t inOrder = m_taken++;
    return m_draw ? m_draw->next() : inOrder;
}

} // namespace quantloupe
