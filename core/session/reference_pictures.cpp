// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reference_pictures.h"

#include "base/error.h"

#include <optional>

namespace quantloupe {

namespace {

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
                                     int channels)
    : m_set(std::move(set)), m_preparation(preparation), m_channels(channels)
{
}

std::vector<Image> ReferencePictures::next(std::size_t count, const RunContext &context)
{
    std::vector<Image> images;
    const int side = m_preparation.side;
    for (; images.size() < count && m_next < m_set->size(); ++m_next) {
        context.checkCancelled();
        const std::optional<Image> image = read(*m_set, m_next, m_skipped);
        if (!image)
            continue;
        const Image square =
            resized(m_preparation.crop == Crop::Center ? centerSquare(*image) : *image, side, side,
                    m_preparation.filter);
        images.push_back(m_channels == 3 ? toRgb(square) : square);
        m_hasColours |= images.back().channels > m_channels;
    }
    return images;
}

void ReferencePictures::rewind()
{
    m_next = 0;
    m_skipped.clear();
}

} // namespace quantloupe
