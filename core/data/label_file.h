// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace quantloupe {

/// One label for each picture, from an IDX file (.gz too): magic 0x00000801, count as a big-endian
/// 32-bit number, then a byte each (LeCun, "The MNIST database"). Throws Error{BadInput|Io} in one
/// sentence that names the file.
std::vector<std::uint8_t> readLabels(const std::filesystem::path &file);

} // namespace quantloupe
