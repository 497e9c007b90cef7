// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/range_search.h"
#include "quant/uniform_kernels.h"
#include "quant/weight_quantizer.h"

#include <algorithm>
#include <cmath>
#include <vector>

/// What searches for the least error are compared with: every scale, densely.
namespace range_references {

using namespace quantloupe;

using Values = std::vector<float>;

/// The gap to the least possible error that a search may leave.
inline constexpr double kAllowedGap = 1.001;

/// The least error over scales from `lowest` to `highest` spaced by `spacing`, then ever closer
/// around the best.
inline double bruteForce(const Values &values, CodeLimits limits, double lowest, double highest,
                         double spacing)
{
    double best = INFINITY;
    double bestScale = lowest;
    const auto offer = [&](double scale) {
        const double error = quantizationError(values, static_cast<float>(scale), limits);
        if (error < best) {
            best = error;
            bestScale = scale;
        }
    };
    for (double scale = lowest; scale < highest; scale *= 1 + spacing)
        offer(scale);
    for (double step = spacing; step > 1e-7; step /= 3)
        for (const double centre = bestScale; const int k : {-4, -3, -2, -1, 1, 2, 3, 4})
            offer(centre * (1 + step * k / 4));
    return best;
}

/// The same over every zero point.
inline double affineBruteForce(const Values &values, int bits)
{
    const std::int32_t quantMax = affineQuantMax(bits);
    const Extremes ends = extremesWithZero(values);
    const double top = (double(ends.highest) - ends.lowest) / quantMax;
    double best = INFINITY;
    for (std::int32_t zeroPoint = 0; zeroPoint <= quantMax; ++zeroPoint)
        best = std::min(best, bruteForce(values, affineLimits(quantMax, zeroPoint), 0.2 * top,
                                         3 * top, 1.0 / (8 * quantMax)));
    return best;
}

inline double chosenError(const Values &values, const WeightSpec &spec)
{
    const auto count = static_cast<std::int64_t>(values.size());
    const QuantizedTensor tensor = quantize(values, {1, 1, count, 1}, spec);
    return quantizationError(
        values, tensor.scale[0],
        {tensor.zeroPoint[0] - tensor.quantMin, tensor.quantMax - tensor.zeroPoint[0]});
}

} // namespace range_references
