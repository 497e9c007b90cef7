// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/quantizer_levels.h"

#include "quant/channel_view.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// What stands at 1 on the axis: the largest magnitude of the finite weights of a scale; 0 where
/// all are zero or none is finite.
double unitOf(std::span<const float> weights, const ChannelLayout &layout, std::int64_t scale)
{
    float largest = 0;
    forEachRun(layout, scale, [&](std::int64_t offset, std::int64_t length) {
        for (std::int64_t i = offset; i < offset + length; ++i)
            if (const float weight = weights[static_cast<std::size_t>(i)]; std::isfinite(weight))
                largest = std::max(largest, std::fabs(weight));
    });
    return largest;
}

/// The same for every scale. One scale needs no unit.
std::vector<double> unitsOf(std::span<const float> weights, const ChannelLayout &layout)
{
    if (layout.scaleCount() == 1)
        return {1};
    std::vector<double> units;
    for (std::int64_t scale = 0; scale < layout.scaleCount(); ++scale)
        units.push_back(unitOf(weights, layout, scale));
    return units;
}

/// Calls take(place) for every finite weight.
template <typename Take>
void forEachPlace(std::span<const float> weights, const ChannelLayout &layout, Take take)
{
    const std::vector<double> units = unitsOf(weights, layout);
    for (std::size_t scale = 0; scale < units.size(); ++scale)
        forEachRun(layout, static_cast<std::int64_t>(scale),
                   [&](std::int64_t offset, std::int64_t length) {
                       for (std::int64_t i = offset; i < offset + length; ++i) {
                           const double weight = weights[static_cast<std::size_t>(i)];
                           if (std::isfinite(weight))
                               take(units[scale] > 0 ? weight / units[scale] : 0);
                       }
                   });
}

class LevelPlacer
{
public:
    explicit LevelPlacer(const QuantizedTensor &tensor)
        : m_tensor(tensor), m_codes(levelCodes(tensor)), m_counts(m_codes.size(), 0)
    {
        for (std::vector<double> *values : {&m_levels.places, &m_levels.taken, &m_levels.weights})
            values->assign(m_codes.size(), 0);
    }

    void add(std::int64_t scale, double unit)
    {
        count(scale);
        for (std::size_t level = 0; level < m_codes.size(); ++level) {
            m_levels.taken[level] += m_counts[level] > 0 ? 1 : 0;
            m_levels.weights[level] += static_cast<double>(m_counts[level]);
            if (unit > 0)
                m_levels.places[level] +=
                    levelValue(m_tensor, static_cast<std::size_t>(scale), m_codes[level]) / unit;
        }
        m_placed += unit > 0 ? 1 : 0;
    }

    PlacedLevels result()
    {
        const auto divide = [](std::vector<double> &values, double by) {
            for (double &value : values)
                value /= std::max(by, 1.0);
        };
        divide(m_levels.places, m_placed);
        divide(m_levels.taken, static_cast<double>(m_tensor.layout.scaleCount()));
        divide(m_levels.weights, static_cast<double>(m_tensor.codes.size()));
        return m_levels;
    }

private:
    /// How many weights of the scale take each level.
    void count(std::int64_t scale)
    {
        std::ranges::fill(m_counts, 0);
        forEachRun(m_tensor.layout, scale, [&](std::int64_t offset, std::int64_t length) {
            for (std::int64_t i = offset; i < offset + length; ++i) {
                const auto found =
                    std::ranges::lower_bound(m_codes, m_tensor.codes[static_cast<std::size_t>(i)]);
                ++m_counts[static_cast<std::size_t>(found - m_codes.begin())];
            }
        });
    }

    const QuantizedTensor &m_tensor;
    std::vector<std::int32_t> m_codes;
    std::vector<std::int64_t> m_counts;
    PlacedLevels m_levels;
    double m_placed = 0;
};

} // namespace

std::vector<std::int32_t> levelCodes(const QuantizedTensor &tensor)
{
    std::vector<std::int32_t> codes;
    for (std::int32_t code = tensor.quantMin; code <= tensor.quantMax; ++code)
        if (code != 0 || tensor.spec.method != WeightMethod::Binary)
            codes.push_back(code);
    return codes;
}

double levelValue(const QuantizedTensor &tensor, std::size_t scale, std::int32_t code)
{
    if (tensor.codebook.empty())
        return static_cast<double>(tensor.scale[scale]) * (code - tensor.zeroPoint[scale]);
    const auto levels = static_cast<std::size_t>(tensor.levelCount());
    return tensor.codebook[scale * levels + static_cast<std::size_t>(code)];
}

PlacedWeights placeWeights(std::span<const float> weights, const ChannelLayout &layout,
                           Granularity granularity)
{
    const ChannelLayout used = usedLayout(layout, granularity);
    PlacedWeights placed;
    placed.scales = used.scaleCount();
    double low = INFINITY;
    double high = -INFINITY;
    std::int64_t count = 0;
    forEachPlace(weights, used, [&](double place) {
        low = std::min(low, place);
        high = std::max(high, place);
        ++count;
    });
    if (count == 0)
        return placed;
    placed.histogram = Histogram::over(low, high, binsFor(count));
    forEachPlace(weights, used, [&](double place) { placed.histogram.add(place); });
    return placed;
}

PlacedLevels placeLevels(std::span<const float> weights, const QuantizedTensor &quantized)
{
    LevelPlacer placer(quantized);
    const std::vector<double> units = unitsOf(weights, quantized.layout);
    for (std::size_t scale = 0; scale < units.size(); ++scale)
        placer.add(static_cast<std::int64_t>(scale), units[scale]);
    return placer.result();
}

} // namespace quantloupe
