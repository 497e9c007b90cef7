// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/range_search.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace quantloupe {

namespace {

/// Down to 1 / 256 of the range; heavier tails than those of scale_search.cpp are not met.
constexpr int kHalvings = 8;

/// Of the least power of two that clips nothing, so far as all multiples are finite floats.
int highestExponent(const RangeProblem &problem, CodeLimits limits)
{
    const double above = limits.above > 0 ? problem.highest / double(limits.above) : 0;
    const double below = limits.below > 0 ? -double(problem.lowest) / limits.below : 0;
    const int exponent = static_cast<int>(std::ceil(std::log2(std::max(above, below))));
    const int largest = std::max(limits.below, limits.above);
    const int most = FLT_MAX_EXP - 1 - static_cast<int>(std::ceil(std::log2(largest)));
    return std::clamp(exponent, FLT_MIN_EXP - 1, most);
}

} // namespace

float pow2Scale(const RangeProblem &problem, CodeLimits limits)
{
    if (problem.isZero())
        return 1;
    const int highest = highestExponent(problem, limits);
    float best = 1;
    double bestError = INFINITY;
    for (int exponent = highest; exponent >= std::max(highest - kHalvings, FLT_MIN_EXP - 1);
         --exponent) {
        const float scale = std::ldexp(1.0F, exponent);
        if (const double error = problem.measure.error(scale, limits); error < bestError) {
            bestError = error;
            best = scale;
        }
    }
    return best;
}

float symmetricScale(const RangeProblem &problem, WeightMethod method, CodeLimits limits)
{
    if (method == WeightMethod::Pow2)
        return pow2Scale(problem, limits);
    return method == WeightMethod::Mse ? mseScale(problem, limits)
                                       : minMaxScale(problem.lowest, problem.highest, limits);
}

} // namespace quantloupe
