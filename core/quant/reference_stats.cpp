// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/partial_sums.h"
#include "quant/reference.h"

#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace quantloupe::reference {

namespace {

/// Where the elements of each scale lie, in ascending order.
std::vector<std::vector<std::size_t>> positionsOf(const ChannelLayout &layout)
{
    std::vector<std::vector<std::size_t>> positions(static_cast<std::size_t>(layout.scaleCount()));
    std::map<std::int64_t, std::int64_t> seen;
    for (std::int64_t at = 0; at < layout.elementCount(); ++at) {
        const std::int64_t row = at / (layout.channels * layout.inner);
        const std::int64_t group = row * layout.groups / layout.outer;
        const std::int64_t channel = group * layout.channels + at / layout.inner % layout.channels;
        const std::int64_t number = seen[channel]++;
        const std::int64_t part = layout.scaleSpan == 0 ? 0 : number / layout.scaleSpan;
        positions[static_cast<std::size_t>(channel * layout.scalesPerChannel() + part)].push_back(
            static_cast<std::size_t>(at));
    }
    return positions;
}

/// The lowest and the highest value that a scale stands for, the unrounded one of its extreme code.
std::pair<double, double> extremes(const QuantizedTensor &tensor, std::size_t s)
{
    if (!tensor.codebook.empty()) {
        const auto levels = static_cast<std::size_t>(tensor.levelCount());
        return {tensor.codebook[s * levels], tensor.codebook[(s + 1) * levels - 1]};
    }
    const double scale =
        static_cast<double>(tensor.scale[s]) * (1 + std::numeric_limits<float>::epsilon());
    return {scale * (tensor.quantMin - tensor.zeroPoint[s]),
            scale * (tensor.quantMax - tensor.zeroPoint[s])};
}

struct Sums
{
    double signal = 0;
    double noise = 0;
    std::int64_t nonFinite = 0;
    std::int64_t clipped = 0;
};

void addScale(std::span<const float> weights, const QuantizedTensor &tensor, std::size_t s,
              const std::vector<std::size_t> &positions, Sums &sums)
{
    const auto [lowest, highest] = extremes(tensor, s);
    PartialSums signal;
    PartialSums noise;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const double x = weights[positions[i]];
        if (!std::isfinite(x)) {
            ++sums.nonFinite;
            continue;
        }
        const double difference = x - tensor.values[positions[i]];
        signal.sum[i % kPartialSums] += x * x;
        noise.sum[i % kPartialSums] += difference * difference;
        sums.clipped += x < lowest || x > highest ? 1 : 0;
    }
    sums.signal += signal.total();
    sums.noise += noise.total();
}

double entropyOf(const std::vector<std::int32_t> &codes)
{
    std::map<std::int32_t, std::int64_t> counts;
    for (const std::int32_t code : codes)
        ++counts[code];
    double bits = 0;
    for (const auto &[code, count] : counts) {
        const double share = static_cast<double>(count) / static_cast<double>(codes.size());
        bits -= share * std::log2(share);
    }
    return bits;
}

} // namespace

QuantizationStats quantizationStats(std::span<const float> weights,
                                    const QuantizedTensor &quantized)
{
    QuantizationStats stats;
    stats.sqnr = std::numeric_limits<double>::infinity();
    if (weights.empty() || quantized.codes.empty())
        return stats;
    Sums sums;
    std::size_t used = 0;
    const auto positions = positionsOf(quantized.layout);
    for (std::size_t s = 0; s < positions.size(); ++s) {
        addScale(weights, quantized, s, positions[s], sums);
        std::set<std::int32_t> codes;
        for (const std::size_t at : positions[s])
            codes.insert(quantized.codes[at]);
        used += codes.size();
    }
    const auto elements = static_cast<double>(weights.size());
    const bool isBinary = quantized.spec.method == WeightMethod::Binary;
    const double levels = isBinary ? 2 : static_cast<double>(quantized.levelCount());
    stats.nonFinite = sums.nonFinite;
    stats.meanSquaredError = sums.noise / elements;
    if (sums.noise > 0)
        stats.sqnr = 10 * std::log10(sums.signal / sums.noise);
    stats.occupancy = static_cast<double>(used) / levels / static_cast<double>(positions.size());
    stats.entropy = entropyOf(quantized.codes);
    stats.clipped = static_cast<double>(sums.clipped) / elements;
    return stats;
}

} // namespace quantloupe::reference
