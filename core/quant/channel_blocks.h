// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quantized_tensor.h"

#include <algorithm>
#include <vector>

namespace quantloupe {

/// Neighbouring channels of one group. Where a weight's channels lie inside its rows (transposed
/// convolutions), taking several at once reads each row in long pieces.
struct ChannelBlock
{
    std::int64_t group = 0;
    std::int64_t first = 0;
    std::int64_t count = 0;

    /// Among those of all groups.
    std::int64_t firstChannel(const ChannelLayout &layout) const
    {
        return group * layout.channels + first;
    }
};

/// All channels, in blocks of as many as a processor's cache holds, one at least.
std::vector<ChannelBlock> channelBlocks(const ChannelLayout &layout);

/// Whether the elements of a block lie side by side already, channel after channel.
inline bool liesInOrder(const ChannelLayout &layout)
{
    return layout.channels == 1 || layout.outer == layout.groups;
}

/// Where the first element of a block lies.
inline std::int64_t offsetOf(const ChannelLayout &layout, const ChannelBlock &block)
{
    return (layout.outer / layout.groups * block.group * layout.channels + block.first) *
           layout.inner;
}

/// Calls move(offset in the tensor, offset in the block, length) for the pieces of a block whose
/// channels follow one another, channelSize() elements each.
template <typename Move>
void forEachPiece(const ChannelLayout &layout, const ChannelBlock &block, Move move)
{
    const std::int64_t rows = layout.outer / layout.groups;
    const std::int64_t rowSize = layout.channels * layout.inner;
    const std::int64_t first = offsetOf(layout, block);
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t k = 0; k < block.count; ++k)
            move(first + row * rowSize + k * layout.inner, (k * rows + row) * layout.inner,
                 layout.inner);
}

} // namespace quantloupe
