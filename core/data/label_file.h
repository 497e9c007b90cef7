// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quantloupe {

/// One label for each picture, from an IDX file (.gz too): magic 0x00000801, count as a big-endian
/// 32-bit number, then a byte each (LeCun, "The MNIST database"). Throws Error{BadInput|Io} in one
/// sentence that names the file.
std::vector<std::uint8_t> readLabels(const std::filesystem::path &file);

/// The same, where `count` pictures of the set `images` belong to them: Error{BadInput} too if the
/// file has another number of labels.
std::vector<std::uint8_t> readLabelsOf(const std::filesystem::path &file, const std::string &images,
                                       std::size_t count);

} // namespace quantloupe
