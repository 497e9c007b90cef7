// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/range_search.h"
#include "quant/uniform_kernels.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace quantloupe {

namespace {

/// Of the least power of two that clips nothing, so far as all multiples are finite floats.
int highestExponent(const RangeProblem &problem, CodeLimits limits)
{
    const double scale = coveringScale(problem.lowest, problem.highest, limits);
    const int exponent = static_cast<int>(std::ceil(std::log2(scale)));
    const int largest = std::max(limits.below, limits.above);
    const int most = FLT_MAX_EXP - 1 - static_cast<int>(std::ceil(std::log2(largest)));
    return std::clamp(exponent, FLT_MIN_EXP - 1, most);
}

/// From here on no scale errs less than its double, however far outliers lie. Where the limit is L
/// and the scale s, doubling changes the squared error of a magnitude x by at most
/// 3 (L s)^2 + s^2 - 2 L s x: below L s by s^2 or less, between L s and 2 L s by s^2 - (x - L s)^2
/// or less, above that by 3 (L s)^2 - 2 L s x. The mean of that is at most 0 for
/// s <= 2 L mean(x) / (3 L^2 + 1); with two limits the larger one counts where L is squared, the
/// smaller one elsewhere.
double uselessScale(const RangeProblem &problem, CodeLimits limits)
{
    const auto [smaller, larger] = std::minmax({double(limits.below), double(limits.above)});
    const double mean =
        sumOfMagnitudes(problem.values) / static_cast<double>(problem.values.size());
    return 2 * smaller * mean / (3 * larger * larger + 1);
}

} // namespace

float pow2Scale(const RangeProblem &problem, CodeLimits limits)
{
    if (problem.isZero())
        return 1;
    const int highest = highestExponent(problem, limits);
    float best = 1;
    double bestError = INFINITY;
    const double useless = uselessScale(problem, limits);
    for (int exponent = highest; exponent >= FLT_MIN_EXP - 1; --exponent) {
        const float scale = std::ldexp(1.0F, exponent);
        if (exponent < highest && scale <= useless)
            break;
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
