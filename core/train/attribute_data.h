// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_set.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace quantloupe {

/// Pictures with what is right to say of them.
struct LabelledPictures
{
    /// N x 3 x 64 x 64 in -1..1.
    at::Tensor pictures;
    /// N x questions, int64.
    at::Tensor labels;
};

/// Cartoon faces of an index range that no reference set comes near; a pure function of `first`.
LabelledPictures labelledAvatars(std::uint64_t first, int count);

/// Pieces of clothing with their classes.
class LabelledClothes
{
public:
    /// IMAGES and an IDX file of labels. Throws Error{BadInput|Io} if their numbers differ or a
    /// label is not 0 to 9.
    LabelledClothes(const std::string &images, const std::string &labels);

    std::size_t size() const { return m_labels.size(); }
    LabelledPictures at(const std::vector<std::size_t> &indices) const;

private:
    ImageSetPtr m_images;
    std::vector<std::uint8_t> m_labels;
};

} // namespace quantloupe
