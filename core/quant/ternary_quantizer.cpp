// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/channel_quantizers.h"
#include "quant/ternary_cut.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace quantloupe {

namespace {

TernaryCut thresholdCut(const ChannelWeights &weights)
{
    if (weights.finite == 0)
        return {};
    const float threshold = ternaryThreshold(sumOfMagnitudes(weights.values), weights.finite);
    return cutAbove(threshold, magnitudesAbove(weights.values, threshold));
}

TernaryCut exactCut(const ChannelWeights &weights)
{
    std::vector<float> sorted(weights.values.size());
    std::ranges::transform(weights.values, sorted.begin(), [](float x) { return std::fabs(x); });
    std::ranges::sort(sorted, std::greater<>());
    TernaryCut best;
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
    const TernaryCut cut =
        spec.method == WeightMethod::TernaryExact ? exactCut(weights) : thresholdCut(weights);
    ternarize(weights.values, cut.least, cut.scale, out.codes, out.values);
    return {cut.scale, 0};
}

} // namespace quantloupe
