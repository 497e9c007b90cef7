// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/code_limits.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace range_references {

using namespace quantloupe;

struct Threshold
{
    double scale;
    double magnitude;
    std::int32_t multiple;
};

inline std::vector<Threshold> thresholds(std::span<const float> values, CodeLimits limits)
{
    std::vector<Threshold> found;
    for (const float x : values) {
        const double magnitude = std::fabs(static_cast<double>(x));
        const std::int32_t limit = x < 0 ? limits.below : limits.above;
        for (std::int32_t k = 0; k < limit; ++k)
            found.push_back({magnitude / (k + 0.5), magnitude, k});
    }
    std::ranges::sort(found, [](const Threshold &a, const Threshold &b) {
        return std::pair(a.scale, a.magnitude) > std::pair(b.scale, b.magnitude);
    });
    return found;
}

/// The scale of least squared error over all scales and all multiples they produce: sweeps the
/// scale downwards past every rounding threshold |x| / (k + 1/2) keeping sum(m x) and sum(m^2) up
/// to date over all values; between thresholds the best error is sum(x^2) - sum(m x)^2 / sum(m^2).
/// Takes count x limit log steps; 0 where no multiple is used.
inline double exactScale(std::span<const float> values, CodeLimits limits)
{
    double codeTimesValue = 0;
    double codeSquared = 0;
    double bestGain = 0;
    double best = 0;
    for (const Threshold &passed : thresholds(values, limits)) {
        codeTimesValue += passed.magnitude;
        codeSquared += 2.0 * passed.multiple + 1;
        const double scale = codeTimesValue / codeSquared;
        if (const double gain = codeTimesValue * scale; gain > bestGain) {
            bestGain = gain;
            best = scale;
        }
    }
    return best;
}

} // namespace range_references
