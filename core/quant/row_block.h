// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/channel_blocks.h"
#include "quant/channel_quantizers.h"
#include "quant/stream_copy.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace quantloupe {

/// The channels of a block over the rows of a weight. Lane i of a row is the i-th of its elements
/// that belong to the block.
class RowBlock
{
public:
    RowBlock(std::span<const float> weights, QuantizedTensor &tensor, const ChannelBlock &block)
        : inner(static_cast<std::size_t>(tensor.layout.inner)),
          lanes(static_cast<std::size_t>(block.count) * inner),
          channels(static_cast<std::size_t>(block.count)),
          rows(static_cast<std::size_t>(tensor.layout.outer / tensor.layout.groups)),
          m_weights(weights),
          m_tensor(tensor),
          m_first(offsetOf(tensor.layout, block)),
          m_firstScale(static_cast<std::size_t>(block.firstChannel(tensor.layout))),
          m_isStreamed(tensor.layout.elementCount() >= kStreamedElements)
    {
    }

    /// take(row, its lanes)
    template <typename Take> void readRows(Take take) const
    {
        for (std::size_t row = 0; row < rows; ++row)
            take(row, m_weights.subspan(offset(row), lanes));
    }

    /// write(lanes, codes, values) of each row
    template <typename Write> void writeRows(Write write) const
    {
        Buffers &own = buffers();
        own.codes.resize(lanes);
        own.values.resize(lanes);
        readRows([&](std::size_t row, std::span<const float> x) {
            std::int32_t *const codes = m_tensor.codes.data() + offset(row);
            float *const values = m_tensor.values.data() + offset(row);
            if (!m_isStreamed)
                return write(x, std::span(codes, lanes), std::span(values, lanes));
            write(x, std::span(own.codes), std::span(own.values));
            streamCopy(own.codes.data(), lanes, codes);
            streamCopy(own.values.data(), lanes, values);
        });
        finishStreaming();
    }

    void setRange(std::size_t channel, const AffineRange &range) const
    {
        m_tensor.scale[m_firstScale + channel] = range.scale;
        m_tensor.zeroPoint[m_firstScale + channel] = range.zeroPoint;
    }

    void setLevels(std::size_t channel, const Levels &levels) const
    {
        std::ranges::copy(
            levels, m_tensor.codebook.begin() +
                        static_cast<std::ptrdiff_t>((m_firstScale + channel) * levels.size()));
    }

    /// Of the channel's lanes.
    std::int64_t laneSum(const std::vector<std::int32_t> &numbers, std::size_t channel) const
    {
        const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(channel * inner);
        return std::accumulate(first, first + static_cast<std::ptrdiff_t>(inner), std::int64_t{0});
    }

    const WeightSpec &spec() const { return m_tensor.spec; }

    /// Elements of a channel in a row.
    const std::size_t inner;
    const std::size_t lanes;
    const std::size_t channels;
    const std::size_t rows;

private:
    /// Of a thread, kept for its next block: fresh memory costs a page fault every 4 KiB.
    struct Buffers
    {
        std::vector<std::int32_t> codes;
        std::vector<float> values;
    };
    static Buffers &buffers()
    {
        thread_local Buffers own;
        return own;
    }

    std::size_t offset(std::size_t row) const
    {
        return static_cast<std::size_t>(m_first + static_cast<std::int64_t>(row) *
                                                      m_tensor.layout.channels *
                                                      m_tensor.layout.inner);
    }

    std::span<const float> m_weights;
    QuantizedTensor &m_tensor;
    std::int64_t m_first;
    std::size_t m_firstScale;
    bool m_isStreamed;
};

} // namespace quantloupe
