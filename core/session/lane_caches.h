// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/prefix_cache.h"
#include "engine/weight_cache.h"

namespace quantloupe {

/// What one lane keeps between requests.
struct LaneCaches
{
    static constexpr std::size_t kPrefixBytes = 768ULL << 20;
    static constexpr std::size_t kWeightBytes = 512ULL << 20;

    PrefixCache prefix{kPrefixBytes};
    WeightCache weights{kWeightBytes};
};

} // namespace quantloupe
