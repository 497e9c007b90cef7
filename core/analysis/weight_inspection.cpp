// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/weight_inspection.h"

#include "analysis/quantizer_levels.h"
#include "analysis/weight_numbers.h"
#include "base/error.h"
#include "quant/channel_view.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// Level k is at k, and a weight between two levels as far between their numbers; beyond the ends
/// the last step goes on.
double placeAmong(std::span<const float> levels, double weight)
{
    if (levels.size() < 2)
        return 0;
    const auto above = std::upper_bound(levels.begin() + 1, levels.end() - 1, weight);
    const double high = *above;
    const double low = *(above - 1);
    const auto code = static_cast<double>(above - levels.begin()) - 1;
    return high > low ? code + (weight - low) / (high - low) : code;
}

/// Which scale a weight of a channel has, and where values and levels lie on the axis.
class AxisMap
{
public:
    AxisMap(const QuantizedTensor &tensor, WeightAxis axis, std::int64_t scale)
        : m_tensor(tensor), m_axis(axis), m_scale(static_cast<std::size_t>(scale))
    {
    }

    /// Absent where the channel's scale is zero: all its weights are, and take no step.
    std::optional<double> place(float weight) const
    {
        if (m_axis == WeightAxis::Value)
            return weight;
        if (!m_tensor.codebook.empty())
            return placeAmong(codebook(), weight);
        const double scale = m_tensor.scale[m_scale];
        if (scale == 0)
            return std::nullopt;
        return weight / scale + m_tensor.zeroPoint[m_scale];
    }

    double level(std::int32_t code) const
    {
        return m_axis == WeightAxis::Steps ? code : levelValue(m_tensor, m_scale, code);
    }

private:
    std::span<const float> codebook() const
    {
        const auto levels = static_cast<std::size_t>(m_tensor.levelCount());
        return std::span(m_tensor.codebook).subspan(m_scale * levels, levels);
    }

    const QuantizedTensor &m_tensor;
    WeightAxis m_axis;
    std::size_t m_scale;
};

/// Calls visit(position, scale) for each weight that is shown. `layout` has the scales of the
/// quantizer, or the channels where all have one scale.
template <typename Visit>
void forEachShown(const WeightInspection &shown, const ChannelLayout &layout, Visit visit)
{
    const std::int64_t scales = layout.scalesPerChannel();
    const std::int64_t first = shown.channel.value_or(0) * scales;
    const std::int64_t last = shown.channel ? first + scales : layout.scaleCount();
    for (std::int64_t s = first; s < last; ++s)
        forEachRun(layout, s, [&](std::int64_t offset, std::int64_t length) {
            for (std::int64_t i = offset; i < offset + length; ++i)
                visit(static_cast<std::size_t>(i), shown.scales > 1 ? s : 0);
        });
}

/// The scale that stands for all of them where levels are shown as values.
std::int64_t scaleOfLevels(const WeightInspection &shown)
{
    return shown.scales > 1 ? shown.channel.value_or(0) : 0;
}

void addLevels(const ChannelLayout &layout, const QuantizedTensor &tensor, WeightInspection &shown)
{
    const std::vector<std::int32_t> codes = levelCodes(tensor);
    const AxisMap map(tensor, shown.axis, scaleOfLevels(shown));
    shown.levelCount = static_cast<std::int64_t>(codes.size());
    shown.range = ValueRange{map.level(codes.front()), map.level(codes.back())};
    if (shown.levelCount > WeightInspection::kMostLevels)
        return;
    for (const std::int32_t code : codes)
        shown.levels.push_back(map.level(code));
    shown.levelCounts.assign(codes.size(), 0);
    forEachShown(shown, layout, [&](std::size_t i, std::int64_t) {
        const auto found = std::lower_bound(codes.begin(), codes.end(), tensor.codes[i]);
        ++shown.levelCounts[static_cast<std::size_t>(found - codes.begin())];
    });
}

void addHistogram(std::span<const float> weights, const ChannelLayout &layout,
                  const QuantizedTensor &tensor, WeightInspection &shown)
{
    const auto eachPlace = [&](auto take) {
        forEachShown(shown, layout, [&](std::size_t i, std::int64_t scale) {
            if (!std::isfinite(weights[i]))
                return;
            if (const auto place = AxisMap(tensor, shown.axis, scale).place(weights[i]))
                take(*place);
        });
    };
    double low = shown.range ? shown.range->low : INFINITY;
    double high = shown.range ? shown.range->high : -INFINITY;
    std::int64_t count = 0;
    eachPlace([&](double place) {
        low = std::min(low, place);
        high = std::max(high, place);
        ++count;
    });
    if (count == 0)
        return;
    shown.histogram = Histogram::over(low, high, binsFor(count));
    eachPlace([&](double place) { shown.histogram.add(place); });
}

void requireChannel(std::optional<std::int64_t> channel, std::int64_t channels)
{
    if (channel && (*channel < 0 || *channel >= channels))
        throw Error(ErrorKind::BadInput, "There is no output channel " + std::to_string(*channel) +
                                             "; the layer has " + std::to_string(channels) +
                                             ", counted from 0.");
}

} // namespace

WeightInspection inspectWeight(std::span<const float> weights, const ChannelLayout &layout,
                               const QuantizedTensor &quantized,
                               std::optional<std::int64_t> channel)
{
    requireChannel(channel, layout.channelCount());
    const ChannelLayout scaleLayout =
        usedLayout(layout, std::max(quantized.spec.granularity, Granularity::PerChannel));
    WeightInspection shown;
    shown.spec = quantized.spec;
    shown.channels = layout.channelCount();
    shown.channel = channel;
    shown.layer = weightNumbers(weights, quantized);
    if (!shown.spec.isFloat()) {
        shown.scales = quantized.layout.scaleCount();
        if (shown.scales > (channel ? shown.channels : 1))
            shown.axis = WeightAxis::Steps;
        addLevels(scaleLayout, quantized, shown);
        if (shown.channels > 1)
            shown.errors = channelErrors(weights, layout, quantized);
    }
    addHistogram(weights, scaleLayout, quantized, shown);
    if (channel)
        shown.chosen = channelNumbers(weights, layout, quantized, *channel);
    return shown;
}

} // namespace quantloupe
