// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/picture_input.h"

#include <cstddef>
#include <vector>

namespace quantloupe {

/// The source values that make one target value, and their weights, which add up to 1.
struct ResampleTaps
{
    std::size_t first = 0;
    std::vector<double> weights;
};

/// One entry for each of `target` values along an axis of `source` values; both > 0.
std::vector<ResampleTaps> resampleTaps(InputResize resize, int source, int target);

} // namespace quantloupe
