// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_set.h"

#include <vector>

namespace quantloupe {

/// Pictures in the order of their set, and what could not be read.
struct ImageList
{
    std::vector<Image> images;
    /// One sentence for each picture that was skipped.
    std::vector<std::string> skipped;
};

/// The first `count` readable pictures of openImageSet(source). Throws Error{BadInput|Io} if there
/// is none.
ImageList readImages(const std::string &source, std::size_t count);

} // namespace quantloupe
