// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_set.h"
#include "data/image_stack.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quantloupe {

/// The classes of the pictures of a stack in their order, counted from 0; nothing where there are
/// none.
struct PictureLabels
{
    std::vector<std::uint8_t> values;
    int classes = 0;
};

/// Of a stack that was made of the set; the file has a label for each picture of the set. Nothing
/// for an empty path. Throws Error{BadInput|Io} if the file is none of labels, belongs to another
/// set, a picture could not be read, there is one class alone, or a class below the highest one
/// has no picture.
PictureLabels readPictureLabels(const std::filesystem::path &file, const std::string &images,
                                const ImageSet &set, const ImageStack &stack);

} // namespace quantloupe
