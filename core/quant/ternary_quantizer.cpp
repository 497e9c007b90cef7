// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/channel_quantizers.h"
#include "quant/uniform_kernels.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace quantloupe {

namespace {

/// Weights of magnitude at or above `least` keep their sign.
struct Cut
{
    float least = 0;
    float scale = 1;
};

constexpr Cut kKeepsNone = {HUGE_VALF, 1};
constexpr double kTwnFactor = 0.7;

Cut thresholdCut(const ChannelWeights &weights)
{
    if (weights.finite == 0)
        return kKeepsNone;
    const double mean = sumOfMagnitudes(weights.values) / static_cast<double>(weights.finite);
    const auto threshold = static_cast<float>(kTwnFactor * mean);
    const MagnitudeSum kept = magnitudesAbove(weights.values, threshold);
    if (kept.count == 0)
        return kKeepsNone;
    return {std::nextafter(threshold, HUGE_VALF),
            static_cast<float>(kept.sum / static_cast<double>(kept.count))};
}

Cut exactCut(const ChannelWeights &weights)
{
    std::vector<float> sorted(weights.values.size());
    std::ranges::transform(weights.values, sorted.begin(), [](float x) { return std::fabs(x); });
    std::ranges::sort(sorted, std::greater<>());
    Cut best = kKeepsNone;
    double bestGain = 0;
    double sum = 0;
    for (std::size_t k = 1; k <= sorted.size() && sorted[k - 1] > 0; ++k) {
        sum += sorted[k - 1];
        // Equal magnitudes share their fate: the gain is convex along them, so an end is best.
        if (k < sorted.size() && sorted[k] == sorted[k - 1])
            continue;
        const double mean = sum / static_cast<double>(k);
        if (const double gain = sum * mean; gain > bestGain) {
            bestGain = gain;
            best = {sorted[k - 1], static_cast<float>(mean)};
        }
    }
    return best;
}

} // namespace

AffineRange quantizeTernaryChannel(const ChannelWeights &weights, const WeightSpec &spec,
                                   ChannelCodes out)
{
    const Cut cut =
        spec.method == WeightMethod::TernaryExact ? exactCut(weights) : thresholdCut(weights);
    ternarize(weights.values, cut.least, cut.scale, out.codes, out.values);
    return {cut.scale, 0};
}

} // namespace quantloupe
