// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/range_search.h"

#include "quant/bounded_scale_search.h"
#include "quant/scale_search.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace quantloupe {

namespace {

/// A little under the largest float, so that scale times multiple stays finite when both round up.
constexpr double kLargestValue = 3.4e38;

double span(float lowest, float highest)
{
    return static_cast<double>(highest) - lowest;
}

} // namespace

float usableScale(double scale, CodeLimits limits)
{
    const double most = kLargestValue / std::max({1, limits.below, limits.above});
    return static_cast<float>(std::clamp(scale, static_cast<double>(FLT_MIN), most));
}

double coveringScale(float lowest, float highest, CodeLimits limits)
{
    const double above = limits.above > 0 ? static_cast<double>(highest) / limits.above : 0;
    const double below = limits.below > 0 ? -static_cast<double>(lowest) / limits.below : 0;
    return std::max({0.0, above, below});
}

float minMaxScale(float lowest, float highest, CodeLimits limits)
{
    const double scale = coveringScale(lowest, highest, limits);
    return scale == 0 ? 1 : usableScale(scale, limits);
}

AffineRange widenedAffine(float lowest, float highest, std::int32_t quantMax)
{
    if (lowest == 0 && highest == 0)
        return {};
    const double zero =
        std::nearbyint(-static_cast<double>(lowest) * quantMax / span(lowest, highest));
    const std::int32_t least = lowest < 0 ? 1 : 0;
    const std::int32_t most = highest > 0 ? quantMax - 1 : quantMax;
    const std::int32_t zeroPoint = std::clamp(static_cast<std::int32_t>(zero), least, most);
    const CodeLimits limits = affineLimits(quantMax, zeroPoint);
    return {usableScale(coveringScale(lowest, highest, limits), limits), zeroPoint};
}

AffineRange minMaxAffine(float lowest, float highest, std::int32_t quantMax)
{
    if (lowest == 0 && highest == 0)
        return {};
    const double scale = std::max(span(lowest, highest) / quantMax, static_cast<double>(FLT_MIN));
    const double zero = std::nearbyint(-static_cast<double>(lowest) / scale);
    const auto zeroPoint = static_cast<std::int32_t>(std::clamp(zero, 0.0, double(quantMax)));
    return {usableScale(scale, affineLimits(quantMax, zeroPoint)), zeroPoint};
}

float mseScale(const RangeProblem &problem, CodeLimits limits)
{
    const float start = minMaxScale(problem.lowest, problem.highest, limits);
    if (problem.isZero())
        return start;
    if (!BoundedScaleSearch::suits(problem, limits))
        return ScaleSearch(problem, limits).run(start).scale;
    double least = problem.measure.error(start, limits);
    const double best = BoundedScaleSearch(problem.values).run(limits, {start, least});
    // Scales are floats, and the measure has the last word, on the best one for its multiples, too.
    float found = start;
    const float rounded = usableScale(best, limits);
    const double refitted = problem.measure.refit(rounded, limits);
    for (const float scale : {rounded, refitted > 0 ? usableScale(refitted, limits) : rounded})
        if (const double error = problem.measure.error(scale, limits); error < least) {
            least = error;
            found = scale;
        }
    return found;
}

} // namespace quantloupe
