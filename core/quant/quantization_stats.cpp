// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/channel_view.h"
#include "quant/weight_quantizer.h"

#include <cmath>
#include <limits>

namespace quantloupe {

namespace {

/// Both without the terms of non-finite weights.
struct Powers
{
    double signal = 0;
    double noise = 0;
    std::int64_t nonFinite = 0;
};

Powers powers(std::span<const float> weights, const std::vector<float> &values)
{
    Powers result;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!std::isfinite(weights[i])) {
            ++result.nonFinite;
            continue;
        }
        const double difference = static_cast<double>(weights[i]) - values[i];
        result.signal += static_cast<double>(weights[i]) * weights[i];
        result.noise += difference * difference;
    }
    return result;
}

/// Counts per code of one tensor, total and of the channel being looked at.
class CodeCounts
{
public:
    explicit CodeCounts(const QuantizedTensor &tensor)
        : m_tensor(tensor),
          m_total(static_cast<std::size_t>(tensor.quantMax - tensor.quantMin) + 1),
          m_lastChannel(m_total.size(), -1)
    {
    }

    /// Adds a channel's codes and returns how many different ones it has.
    std::int64_t add(std::int64_t scaleIndex)
    {
        std::int64_t different = 0;
        forEachRun(m_tensor.layout, scaleIndex, [&](std::int64_t offset, std::int64_t length) {
            for (std::int64_t i = offset; i < offset + length; ++i) {
                const auto code = static_cast<std::size_t>(
                    m_tensor.codes[static_cast<std::size_t>(i)] - m_tensor.quantMin);
                ++m_total[code];
                different += m_lastChannel[code] != scaleIndex ? 1 : 0;
                m_lastChannel[code] = scaleIndex;
            }
        });
        return different;
    }

    double levels() const
    {
        return m_tensor.spec.method == WeightMethod::Binary ? 2.0
                                                            : static_cast<double>(m_total.size());
    }

    double entropy() const
    {
        const auto all = static_cast<double>(m_tensor.codes.size());
        double bits = 0;
        for (const std::int64_t count : m_total)
            if (count > 0)
                bits -=
                    static_cast<double>(count) / all * std::log2(static_cast<double>(count) / all);
        return bits;
    }

private:
    const QuantizedTensor &m_tensor;
    std::vector<std::int64_t> m_total;
    std::vector<std::int64_t> m_lastChannel;
};

struct Representable
{
    double lowest;
    double highest;
};

Representable representable(const QuantizedTensor &tensor, std::size_t s)
{
    if (!tensor.codebook.empty()) {
        const auto levels = static_cast<std::size_t>(tensor.levelCount());
        return {tensor.codebook[s * levels], tensor.codebook[s * levels + levels - 1]};
    }
    // Half a unit in the last place: the extreme of a min-max range may round to beyond it.
    const double scale =
        static_cast<double>(tensor.scale[s]) * (1 + std::numeric_limits<float>::epsilon());
    return {scale * (tensor.quantMin - tensor.zeroPoint[s]),
            scale * (tensor.quantMax - tensor.zeroPoint[s])};
}

std::int64_t countClipped(std::span<const float> weights, const QuantizedTensor &tensor,
                          std::int64_t scaleIndex)
{
    const auto [lowest, highest] = representable(tensor, static_cast<std::size_t>(scaleIndex));
    std::int64_t clipped = 0;
    forEachRun(tensor.layout, scaleIndex, [&](std::int64_t offset, std::int64_t length) {
        for (std::int64_t i = offset; i < offset + length; ++i) {
            const float x = weights[static_cast<std::size_t>(i)];
            clipped += std::isfinite(x) && (x < lowest || x > highest) ? 1 : 0;
        }
    });
    return clipped;
}

} // namespace

QuantizationStats quantizationStats(std::span<const float> weights,
                                    const QuantizedTensor &quantized)
{
    QuantizationStats stats;
    stats.sqnr = std::numeric_limits<double>::infinity();
    if (weights.empty() || quantized.codes.empty())
        return stats;
    const auto elements = static_cast<double>(weights.size());
    const auto [signal, noise, nonFinite] = powers(weights, quantized.values);
    stats.nonFinite = nonFinite;
    stats.meanSquaredError = noise / elements;
    if (noise > 0)
        stats.sqnr = 10 * std::log10(signal / noise);
    CodeCounts counts(quantized);
    std::int64_t used = 0;
    std::int64_t clipped = 0;
    for (std::int64_t s = 0; s < quantized.layout.scaleCount(); ++s) {
        used += counts.add(s);
        clipped += countClipped(weights, quantized, s);
    }
    stats.occupancy = static_cast<double>(used) / counts.levels() /
                      static_cast<double>(quantized.layout.scaleCount());
    stats.entropy = counts.entropy();
    stats.clipped = static_cast<double>(clipped) / elements;
    return stats;
}

} // namespace quantloupe
