// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/row_quantizer.h"

#include "quant/lane_kernels.h"
#include "quant/partial_sums.h"
#include "quant/range_search.h"
#include "quant/ternary_cut.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Of a row: what is known of each of these fits into a first-level cache.
constexpr std::int64_t kLanes = 1024;
/// Channels with fewer elements in a row need too many sums.
constexpr std::int64_t kLeastSummed = 4;

/// The channels of a block over the rows of a weight. Lane i of a row is the i-th of its elements
/// that belong to the block.
class RowBlock
{
public:
    RowBlock(std::span<const float> weights, QuantizedTensor &tensor, const ChannelBlock &block)
        : inner(static_cast<std::size_t>(tensor.layout.inner)),
          lanes(static_cast<std::size_t>(block.count) * inner),
          channels(static_cast<std::size_t>(block.count)),
          m_weights(weights),
          m_tensor(tensor),
          m_rows(tensor.layout.outer / tensor.layout.groups),
          m_first(offsetOf(tensor.layout, block)),
          m_firstScale(static_cast<std::size_t>(block.firstChannel(tensor.layout)))
    {
    }

    /// take(row, its lanes)
    template <typename Take> void readRows(Take take) const
    {
        for (std::int64_t row = 0; row < m_rows; ++row)
            take(static_cast<std::size_t>(row), m_weights.subspan(offset(row), lanes));
    }

    /// write(lanes, codes, values) of each row
    template <typename Write> void writeRows(Write write) const
    {
        for (std::int64_t row = 0; row < m_rows; ++row)
            write(m_weights.subspan(offset(row), lanes),
                  std::span(m_tensor.codes).subspan(offset(row), lanes),
                  std::span(m_tensor.values).subspan(offset(row), lanes));
    }

    void setRange(std::size_t channel, const AffineRange &range) const
    {
        m_tensor.scale[m_firstScale + channel] = range.scale;
        m_tensor.zeroPoint[m_firstScale + channel] = range.zeroPoint;
    }

    const WeightSpec &spec() const { return m_tensor.spec; }

    /// Elements of a channel in a row.
    const std::size_t inner;
    const std::size_t lanes;
    const std::size_t channels;

private:
    std::size_t offset(std::int64_t row) const
    {
        return static_cast<std::size_t>(m_first + row * m_tensor.layout.channels *
                                                      m_tensor.layout.inner);
    }

    std::span<const float> m_weights;
    QuantizedTensor &m_tensor;
    std::int64_t m_rows;
    std::int64_t m_first;
    std::size_t m_firstScale;
};

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
    explicit Magnitudes(const RowBlock &block) : sums(block), finite(block)
    {
        block.readRows([&](std::size_t row, std::span<const float> x) {
            addMagnitudeLanes(x, sums.lanes(row));
            addFiniteLanes(x, finite.lanes(row));
        });
    }

    ChannelSums sums;
    ChannelSums finite;
};

void minMaxRows(const RowBlock &block)
{
    const WeightSpec &spec = block.spec();
    const bool isSymmetric = spec.mapping == MappingType::Symmetric;
    std::vector<float> lowest(block.lanes, 0);
    std::vector<float> highest(block.lanes, 0);
    block.readRows(
        [&](std::size_t, std::span<const float> x) { widenExtremes(x, lowest, highest); });
    LaneRanges ranges;
    for (std::size_t channel = 0; channel < block.channels; ++channel) {
        const std::size_t at = channel * block.inner;
        const float least = std::ranges::min(std::span(lowest).subspan(at, block.inner));
        const float most = std::ranges::max(std::span(highest).subspan(at, block.inner));
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
    block.writeRows([&](auto x, auto codes, auto values) { quantizeLanes(x, ranges, codes, values); });
}

void binaryRows(const RowBlock &block)
{
    const Magnitudes magnitudes(block);
    std::vector<float> scales;
    for (std::size_t channel = 0; channel < block.channels; ++channel) {
        const double finite = magnitudes.finite.total(channel);
        const float scale =
            finite > 0 ? static_cast<float>(magnitudes.sums.total(channel) / finite) : 1;
        block.setRange(channel, {scale, 0});
        scales.insert(scales.end(), block.inner, scale);
    }
    block.writeRows([&](auto x, auto codes, auto values) { binarizeLanes(x, scales, codes, values); });
}

std::vector<float> ternaryThresholds(const RowBlock &block)
{
    const Magnitudes magnitudes(block);
    std::vector<float> thresholds;
    for (std::size_t channel = 0; channel < block.channels; ++channel) {
        const auto finite = static_cast<std::int64_t>(magnitudes.finite.total(channel));
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
    ChannelSums numbers(block);
    block.readRows([&](std::size_t row, std::span<const float> x) {
        addMagnitudeLanesAbove(x, thresholds, sums.lanes(row), numbers.lanes(row));
    });
    std::vector<float> least;
    std::vector<float> scales;
    for (std::size_t channel = 0; channel < block.channels; ++channel) {
        const MagnitudeSum kept{sums.total(channel),
                                static_cast<std::int64_t>(numbers.total(channel))};
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

void quantizeRows(std::span<const float> weights, QuantizedTensor &tensor,
                  const ChannelBlock &block)
{
    const RowBlock rows(weights, tensor, block);
    switch (tensor.spec.method) {
    case WeightMethod::Binary:
        return binaryRows(rows);
    case WeightMethod::Ternary:
        return ternaryRows(rows);
    default:
        return minMaxRows(rows);
    }
}

} // namespace quantloupe
