// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/row_quantizer.h"

#include "quant/lane_kernels.h"
#include "quant/log_codebook.h"
#include "quant/partial_sums.h"
#include "quant/range_search.h"
#include "quant/row_block.h"
#include "quant/ternary_cut.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Of a row: what is known of each of these fits into a first-level cache.
constexpr std::int64_t kLanes = 1024;
/// Channels with fewer elements in a row need too many sums.
constexpr std::int64_t kLeastSummed = 4;
/// With more the lowest levels of usual weights are no normal floats.
constexpr int kMostLogBits = 7;

/// Sums over channels in the order of partial_sums.h, for which a whole number of rows has to make
/// a turn.
class ChannelSums
{
public:
    explicit ChannelSums(const RowBlock &block)
        : m_block(block), m_turn(kPartialSums / block.inner), m_sums(m_turn * block.lanes)
    {
    }

    std::span<double> lanes(std::size_t row)
    {
        return std::span(m_sums).subspan(row % m_turn * m_block.lanes, m_block.lanes);
    }

    double total(std::size_t channel) const
    {
        PartialSums sums;
        for (std::size_t row = 0; row < m_turn; ++row)
            std::copy_n(m_sums.data() + row * m_block.lanes + channel * m_block.inner,
                        m_block.inner, sums.sum + row * m_block.inner);
        return sums.total();
    }

private:
    const RowBlock &m_block;
    std::size_t m_turn;
    std::vector<double> m_sums;
};

struct Magnitudes
{
    explicit Magnitudes(const RowBlock &block) : sums(block), m_block(block)
    {
        block.readRows([&](std::size_t row, std::span<const float> x) {
            if (addMagnitudeLanes(x, sums.lanes(row)) < x.size()) {
                m_replaced.resize(x.size());
                addNonFiniteLanes(x, m_replaced);
            }
        });
    }

    std::int64_t finite(std::size_t channel) const
    {
        const auto all = static_cast<std::int64_t>(m_block.rows * m_block.inner);
        return m_replaced.empty() ? all : all - m_block.laneSum(m_replaced, channel);
    }

    ChannelSums sums;

private:
    const RowBlock &m_block;
    /// How many non-finite weights a lane has; empty for none.
    std::vector<std::int32_t> m_replaced;
};

std::vector<Extremes> extremesOf(const RowBlock &block)
{
    std::vector<float> lowest(block.lanes, 0);
    std::vector<float> highest(block.lanes, 0);
    block.readRows(
        [&](std::size_t, std::span<const float> x) { widenExtremes(x, lowest, highest); });
    std::vector<Extremes> extremes;
    for (std::size_t at = 0; at < block.lanes; at += block.inner)
        extremes.push_back({std::ranges::min(std::span(lowest).subspan(at, block.inner)),
                            std::ranges::max(std::span(highest).subspan(at, block.inner))});
    return extremes;
}

void minMaxRows(const RowBlock &block)
{
    const WeightSpec &spec = block.spec();
    const bool isSymmetric = spec.mapping == MappingType::Symmetric;
    const std::vector<Extremes> extremes = extremesOf(block);
    LaneRanges ranges;
    for (std::size_t channel = 0; channel < block.channels; ++channel) {
        const auto [least, most] = extremes[channel];
        CodeLimits limits = symmetricLimits(spec.bits, spec.range);
        AffineRange range;
        if (isSymmetric) {
            range.scale = minMaxScale(least, most, limits);
        } else {
            range = minMaxAffine(least, most, affineQuantMax(spec.bits));
            limits = affineLimits(affineQuantMax(spec.bits), range.zeroPoint);
        }
        block.setRange(channel, range);
        ranges.append(block.inner, range.scale, limits, range.zeroPoint);
    }
    block.writeRows(
        [&](auto x, auto codes, auto values) { quantizeLanes(x, ranges, codes, values); });
}

bool logRows(const RowBlock &block)
{
    const std::vector<Extremes> extremes = extremesOf(block);
    const int bits = block.spec().bits;
    LanePowers powers;
    for (std::size_t channel = 0; channel < block.channels; ++channel) {
        const float largest = std::max(-extremes[channel].lowest, extremes[channel].highest);
        const bool isOn = largest > 0;
        const PowerRange range = powerRange(isOn ? largest : 1, bits);
        if (isOn && !hasNormalPowers(range))
            return false;
        powers.count = range.count;
        powers.append(block.inner, range.lowest, isOn);
        block.setLevels(channel, isOn ? levelsOf(range) : Levels(std::size_t{1} << bits, 0.0F));
    }
    block.writeRows(
        [&](auto x, auto codes, auto values) { quantizePowerLanes(x, powers, codes, values); });
    return true;
}

void binaryRows(const RowBlock &block)
{
    const Magnitudes magnitudes(block);
    std::vector<float> scales;
    for (std::size_t channel = 0; channel < block.channels; ++channel) {
        const auto finite = static_cast<double>(magnitudes.finite(channel));
        const float scale =
            finite > 0 ? static_cast<float>(magnitudes.sums.total(channel) / finite) : 1;
        block.setRange(channel, {scale, 0});
        scales.insert(scales.end(), block.inner, scale);
    }
    block.writeRows(
        [&](auto x, auto codes, auto values) { binarizeLanes(x, scales, codes, values); });
}

std::vector<float> ternaryThresholds(const RowBlock &block)
{
    const Magnitudes magnitudes(block);
    std::vector<float> thresholds;
    for (std::size_t channel = 0; channel < block.channels; ++channel) {
        const std::int64_t finite = magnitudes.finite(channel);
        const float threshold =
            finite > 0 ? ternaryThreshold(magnitudes.sums.total(channel), finite) : HUGE_VALF;
        thresholds.insert(thresholds.end(), block.inner, threshold);
    }
    return thresholds;
}

void ternaryRows(const RowBlock &block)
{
    const std::vector<float> thresholds = ternaryThresholds(block);
    ChannelSums sums(block);
    std::vector<std::int32_t> numbers(block.lanes, 0);
    block.readRows([&](std::size_t row, std::span<const float> x) {
        addMagnitudeLanesAbove(x, thresholds, sums.lanes(row), numbers);
    });
    std::vector<float> least;
    std::vector<float> scales;
    for (std::size_t channel = 0; channel < block.channels; ++channel) {
        const MagnitudeSum kept{sums.total(channel), block.laneSum(numbers, channel)};
        const TernaryCut cut = cutAbove(thresholds[channel * block.inner], kept);
        block.setRange(channel, {cut.scale, 0});
        least.insert(least.end(), block.inner, cut.least);
        scales.insert(scales.end(), block.inner, cut.scale);
    }
    block.writeRows(
        [&](auto x, auto codes, auto values) { ternarizeLanes(x, least, scales, codes, values); });
}

bool canBeSummed(const ChannelLayout &layout)
{
    return layout.inner >= kLeastSummed && std::int64_t{kPartialSums} % layout.inner == 0;
}

} // namespace

bool isQuantizedByRows(const QuantizedTensor &tensor)
{
    const ChannelLayout &layout = tensor.layout;
    if (layout.elementCount() == 0 || liesInOrder(layout) || layout.scalesPerChannel() != 1)
        return false;
    switch (tensor.spec.method) {
    case WeightMethod::MinMax:
        return true;
    case WeightMethod::Log:
        return tensor.spec.bits <= kMostLogBits;
    case WeightMethod::Binary:
    case WeightMethod::Ternary:
        return canBeSummed(layout);
    default:
        return false;
    }
}

std::vector<ChannelBlock> rowBlocks(const ChannelLayout &layout)
{
    return channelBlocks(layout, std::max<std::int64_t>(1, kLanes / layout.inner));
}

bool quantizeRows(std::span<const float> weights, QuantizedTensor &tensor,
                  const ChannelBlock &block)
{
    const RowBlock rows(weights, tensor, block);
    switch (tensor.spec.method) {
    case WeightMethod::Log:
        return logRows(rows);
    case WeightMethod::Binary:
        binaryRows(rows);
        break;
    case WeightMethod::Ternary:
        ternaryRows(rows);
        break;
    default:
        minMaxRows(rows);
    }
    return true;
}

} // namespace quantloupe
