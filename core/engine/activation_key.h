// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/activation_range.h"

#include <cstdint>

namespace quantloupe {

/// The cache key of an activation's range in Executor runs; never 0.
std::uint64_t keyOf(const ActivationRange &range);

} // namespace quantloupe
