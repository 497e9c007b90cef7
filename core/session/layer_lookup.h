// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <cstddef>
#include <string>

namespace quantloupe {

/// Where the layer of this name is in `info.layers`. Throws Error{BadInput} if there is none.
std::size_t layerIndex(const GeneratorInfo &info, const std::string &name);

} // namespace quantloupe
