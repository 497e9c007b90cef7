// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/attribute_data.h"

#include "base/error.h"
#include "data/avatars.h"
#include "data/label_file.h"
#include "metrics/features/attribute_network.h"
#include "train/attribute_heads.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <functional>

namespace quantloupe {

namespace {

/// Far behind what anybody takes as a reference.
constexpr std::uint64_t kFirstAvatar = 1ULL << 40;

LabelledPictures prepared(std::size_t count, std::size_t questions,
                          const std::function<Image(std::size_t)> &picture,
                          const std::function<std::vector<std::int64_t>(std::size_t)> &labels)
{
    const auto n = static_cast<std::int64_t>(count);
    at::Tensor pixels = at::empty({n, kAttributeSide, kAttributeSide, 3}, at::kFloat);
    at::Tensor answers = at::empty({n, static_cast<std::int64_t>(questions)}, at::kLong);
    const std::size_t values = std::size_t{kAttributeSide} * kAttributeSide * 3;
    for (std::size_t i = 0; i < count; ++i) {
        prepareInput(picture(i), attributePreparation(), pixels.data_ptr<float>() + i * values);
        std::ranges::copy(labels(i), answers.data_ptr<std::int64_t>() + i * questions);
    }
    return {pixels.permute({0, 3, 1, 2}).contiguous(), answers};
}

} // namespace

LabelledPictures labelledAvatars(std::uint64_t first, int count)
{
    const auto attributes = [&](std::size_t i) {
        return avatarAttributes(kFirstAvatar + first + i);
    };
    return prepared(
        static_cast<std::size_t>(count), avatarHeads().size(),
        [&](std::size_t i) { return drawAvatar(attributes(i)); },
        [&](std::size_t i) { return avatarLabels(attributes(i)); });
}

LabelledClothes::LabelledClothes(const std::string &images, const std::string &labels)
    : m_images(openImageSet(images)), m_labels(readLabelsOf(labels, images, m_images->size()))
{
    if (std::ranges::any_of(m_labels, [](std::uint8_t label) { return label >= kClothesClasses; }))
        throw Error(ErrorKind::BadInput,
                    labels + " has labels above 9; give those of Fashion-MNIST.");
}

LabelledPictures LabelledClothes::at(const std::vector<std::size_t> &indices) const
{
    return prepared(
        indices.size(), 1, [&](std::size_t i) { return m_images->at(indices[i]); },
        [&](std::size_t i) { return std::vector<std::int64_t>{m_labels.at(indices[i])}; });
}

} // namespace quantloupe
