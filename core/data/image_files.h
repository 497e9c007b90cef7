// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quantloupe {

/// Pictures read from disk, in a fixed order, and what could not be read.
struct ImageList
{
    std::vector<Image> images;
    /// One sentence for each file that was skipped.
    std::vector<std::string> skipped;
};

/// Up to `count` pictures from a picture file, a folder of pictures (by name), a tar of pictures
/// (in archive order), an IDX file (plain or .gz) or a CIFAR-10 binary batch.
/// Throws Error{BadInput|Io} if the source is none of these or holds no readable picture.
ImageList readImages(const std::filesystem::path &path, std::size_t count);

/// Both formats by content; their sizes are checked against the data. `name` is for messages.
std::vector<Image> parseIdx(const std::vector<std::uint8_t> &bytes, const std::string &name,
                            std::size_t count);
std::vector<Image> parseCifar(const std::vector<std::uint8_t> &bytes, const std::string &name,
                              std::size_t count);

} // namespace quantloupe
