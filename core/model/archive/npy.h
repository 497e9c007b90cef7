// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/stored_tensor.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// The array of a .npy file (numpy.lib.format 1.0 to 3.0): float64 or float32, little-endian,
/// row-major; `name` becomes the tensor's. An array in column-major order is refused unless it has
/// one dimension. Throws Error{BadInput|Unsupported} naming `file`, before anything is allocated
/// that the bytes do not hold.
StoredTensor readNpy(std::span<const std::byte> bytes, const std::string &name,
                     const std::string &file);

/// Of a float64 or float32 tensor.
std::vector<std::byte> encodeNpy(const StoredTensor &tensor);

} // namespace quantloupe
