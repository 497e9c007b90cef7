// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/scale_search.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantloupe {

namespace {

struct Threshold
{
    double scale;
    double magnitude;
    double count;
    std::int32_t multiple;
};

std::vector<Threshold> thresholds(std::span<const CountedValue> values, CodeLimits limits,
                                  double least)
{
    std::vector<Threshold> found;
    for (const auto &[x, count] : values) {
        const double magnitude = std::fabs(static_cast<double>(x));
        const std::int32_t limit = x < 0 ? limits.below : limits.above;
        for (std::int32_t k = 0; k < limit && magnitude > least * (k + 0.5); ++k)
            found.push_back({magnitude / (k + 0.5), magnitude, count, k});
    }
    std::ranges::sort(found, [](const Threshold &a, const Threshold &b) {
        return std::pair(a.scale, a.magnitude) > std::pair(b.scale, b.magnitude);
    });
    return found;
}

} // namespace

double exactScale(std::span<const CountedValue> values, CodeLimits limits, double least)
{
    double codeTimesValue = 0;
    double codeSquared = 0;
    double bestGain = 0;
    double best = 0;
    for (const Threshold &passed : thresholds(values, limits, least)) {
        codeTimesValue += passed.count * passed.magnitude;
        codeSquared += passed.count * (2.0 * passed.multiple + 1);
        const double scale = codeTimesValue / codeSquared;
        if (const double gain = codeTimesValue * scale; gain > bestGain) {
            bestGain = gain;
            best = scale;
        }
    }
    return best;
}

} // namespace quantloupe
