// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/uniform_kernels.h"

#include <cmath>
#include <cstdint>

namespace quantloupe {

/// Weights of magnitude at or above `least` keep their sign and stand for `scale`.
struct TernaryCut
{
    float least = HUGE_VALF;
    float scale = 1;
};

/// TWN's threshold (Li et al., arXiv 1605.04711, section 2.3), 0.7 mean|w|, of `finite` >= 1
/// weights.
inline float ternaryThreshold(double sumOfMagnitudes, std::int64_t finite)
{
    return static_cast<float>(0.7 * (sumOfMagnitudes / static_cast<double>(finite)));
}

/// `kept` is what lies above the threshold; keeps none where that is nothing.
inline TernaryCut cutAbove(float threshold, MagnitudeSum kept)
{
    if (kept.count == 0)
        return {};
    return {std::nextafter(threshold, HUGE_VALF),
            static_cast<float>(kept.sum / static_cast<double>(kept.count))};
}

} // namespace quantloupe
