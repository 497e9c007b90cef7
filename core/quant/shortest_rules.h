// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/spec_rules.h"

#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// Rules as `--set` takes them that turn an all-float configuration of these layers into `config`:
/// few, and of those short ones. At most one '*' that names what most layers have, then patterns
/// that each set layers with equal settings. Exact, though not provably the fewest. Layers of
/// `config` that are not among the layers are left out.
std::vector<std::string> shortestRules(const QuantConfig &config,
                                       std::span<const LayerInfo> layers);

} // namespace quantloupe
