// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/stored_tensor.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// A safetensors file with the tensors' data in the order given but for the size of their elements:
/// larger ones come first and the header is padded to 8 bytes, so that each can be read in place.
/// Throws Error{Internal} if two tensors share a name, a name is "__metadata__" or no UTF-8, or a
/// tensor's bytes do not fit its shape.
std::vector<std::byte> encodeSafetensors(const std::vector<StoredTensor> &tensors,
                                         const std::map<std::string, std::string> &metadata);

} // namespace quantloupe
