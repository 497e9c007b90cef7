// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quantized_tensor.h"

#include <algorithm>
#include <cstring>
#include <span>
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

/// All channels, in blocks of `size` and, at the end of a group, of what is left.
std::vector<ChannelBlock> channelBlocks(const ChannelLayout &layout, std::int64_t size);
/// In blocks of as many as a processor's cache holds, one at least.
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

/// Kernels are small and mostly 3x3, 4x4 or 5x5: copying one by a call of memcpy takes longer than
/// the copy itself, and memmove (copy_n) is never expanded in place.
template <typename Value>
inline void copyPiece(const Value *from, std::int64_t length, Value *to)
{
    switch (length) {
    case 9:
        std::memcpy(to, from, 9 * sizeof(Value));
        break;
    case 16:
        std::memcpy(to, from, 16 * sizeof(Value));
        break;
    case 25:
        std::memcpy(to, from, 25 * sizeof(Value));
        break;
    default:
        std::copy_n(from, length, to);
    }
}

/// The elements of a block, channel after channel: those of the tensor where they lie so, else
/// copied into `own`.
template <typename Value>
std::span<const Value> blockOf(std::span<const Value> all, const ChannelLayout &layout,
                               const ChannelBlock &block, std::vector<Value> &own)
{
    const auto size = static_cast<std::size_t>(block.count * layout.channelSize());
    if (liesInOrder(layout))
        return all.subspan(static_cast<std::size_t>(offsetOf(layout, block)), size);
    own.resize(size);
    forEachPiece(layout, block, [&](std::int64_t at, std::int64_t to, std::int64_t length) {
        copyPiece(all.data() + at, length, own.data() + to);
    });
    return own;
}

/// Calls look(scale index in the tensor, offset in the block, number of elements) for each scale of
/// a block.
template <typename Look>
void forEachScale(const ChannelLayout &layout, const ChannelBlock &block, Look look)
{
    const std::int64_t size = layout.channelSize();
    const std::int64_t span = layout.scaleSpan == 0 ? size : layout.scaleSpan;
    const std::int64_t parts = layout.scalesPerChannel();
    std::int64_t scale = block.firstChannel(layout) * parts;
    for (std::int64_t k = 0; k < block.count; ++k)
        for (std::int64_t part = 0; part < parts; ++part, ++scale)
            look(static_cast<std::size_t>(scale), static_cast<std::size_t>(k * size + part * span),
                 static_cast<std::size_t>(std::min(span, size - part * span)));
}

} // namespace quantloupe
