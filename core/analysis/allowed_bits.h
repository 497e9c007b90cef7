// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <map>
#include <set>
#include <span>
#include <string>

namespace quantloupe {

/// Bit-widths by layer, as SearchRules::allowedBits.
using AllowedBits = std::map<std::string, std::set<int>>;

/// Adds "PATTERN=2,4,float", where the pattern is a LayerPattern; later ones win. Throws
/// Error{BadInput} for another text and where it means no layer.
void allowBits(std::span<const LayerInfo> layers, const std::string &text, AllowedBits &allowed);

} // namespace quantloupe
