// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/weight_numbers.h"

#include "quant/channel_view.h"
#include "quant/weight_quantizer.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

void addExtremes(std::span<const float> weights, WeightNumbers &numbers)
{
    double lowest = INFINITY;
    double highest = -INFINITY;
    for (const float weight : weights) {
        if (!std::isfinite(weight)) {
            ++numbers.nonFinite;
            continue;
        }
        lowest = std::min<double>(lowest, weight);
        highest = std::max<double>(highest, weight);
    }
    if (lowest <= highest) {
        numbers.minimum = lowest;
        numbers.maximum = highest;
    }
}

/// One channel as a tensor of its own.
QuantizedTensor channelOf(const ChannelLayout &layout, const QuantizedTensor &tensor,
                          std::int64_t channel)
{
    QuantizedTensor part;
    part.spec = tensor.spec;
    part.quantMin = tensor.quantMin;
    part.quantMax = tensor.quantMax;
    gather(tensor.values.data(), layout, channel, part.values);
    part.layout = {1, 1, static_cast<std::int64_t>(part.values.size()), 1, tensor.layout.scaleSpan};
    if (tensor.spec.isFloat())
        return part;
    gather(tensor.codes.data(), layout, channel, part.codes);
    const std::int64_t scales = part.layout.scaleCount();
    const std::int64_t first = tensor.layout.scaleCount() > 1 ? channel * scales : 0;
    if (!tensor.codebook.empty()) {
        const auto levels = tensor.codebook.begin() + first * tensor.levelCount();
        part.codebook.assign(levels, levels + scales * tensor.levelCount());
    }
    part.scale.assign(tensor.scale.begin() + first, tensor.scale.begin() + first + scales);
    part.zeroPoint.assign(tensor.zeroPoint.begin() + first,
                          tensor.zeroPoint.begin() + first + scales);
    return part;
}

} // namespace

WeightNumbers weightNumbers(std::span<const float> weights, const QuantizedTensor &quantized)
{
    WeightNumbers numbers;
    numbers.weights = static_cast<std::int64_t>(weights.size());
    addExtremes(weights, numbers);
    if (quantized.spec.isFloat()) {
        numbers.absence = Absence::WeightFloat;
        return numbers;
    }
    const QuantizationStats stats = quantizationStats(weights, quantized);
    numbers.meanSquaredError = stats.meanSquaredError;
    numbers.occupancy = stats.occupancy;
    numbers.entropy = stats.entropy;
    if (hasRange(quantized.spec.method))
        numbers.clipped = stats.clipped;
    if (stats.nonFinite > 0)
        numbers.absence = Absence::WeightNotFinite;
    else if (!std::isfinite(stats.sqnr))
        numbers.absence = Absence::WeightExact;
    else
        numbers.sqnr = stats.sqnr;
    return numbers;
}

WeightNumbers channelNumbers(std::span<const float> weights, const ChannelLayout &layout,
                             const QuantizedTensor &quantized, std::int64_t channel)
{
    std::vector<float> part;
    gather(weights.data(), layout, channel, part);
    return weightNumbers(part, channelOf(layout, quantized, channel));
}

std::vector<ChannelError> channelErrors(std::span<const float> weights, const ChannelLayout &layout,
                                        const QuantizedTensor &quantized)
{
    std::vector<ChannelError> errors(static_cast<std::size_t>(layout.channelCount()));
    for (std::int64_t s = 0; s < layout.channelCount(); ++s) {
        double signal = 0;
        double noise = 0;
        forEachRun(layout, s, [&](std::int64_t offset, std::int64_t length) {
            for (auto i = static_cast<std::size_t>(offset);
                 i < static_cast<std::size_t>(offset + length); ++i) {
                const double difference = static_cast<double>(weights[i]) - quantized.values[i];
                signal += static_cast<double>(weights[i]) * weights[i];
                noise += difference * difference;
            }
        });
        if (!std::isfinite(signal) || !std::isfinite(noise) || signal == 0)
            continue;
        ChannelError &error = errors[static_cast<std::size_t>(s)];
        error.relative = std::sqrt(noise / signal);
        if (noise > 0)
            error.sqnr = 10 * std::log10(signal / noise);
    }
    return errors;
}

} // namespace quantloupe
