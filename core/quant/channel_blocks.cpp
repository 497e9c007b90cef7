// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/channel_blocks.h"

namespace quantloupe {

namespace {

/// Of one of the three buffers of a block: 256 KiB, so that all stay in a second-level cache.
constexpr std::int64_t kBlockElements = 1 << 16;
/// Rows in pieces of more would gain nothing.
constexpr std::int64_t kMostChannels = 16;

} // namespace

std::vector<ChannelBlock> channelBlocks(const ChannelLayout &layout)
{
    const std::int64_t fitting = kBlockElements / std::max<std::int64_t>(1, layout.channelSize());
    return channelBlocks(layout, std::clamp<std::int64_t>(fitting, 1, kMostChannels));
}

std::vector<ChannelBlock> channelBlocks(const ChannelLayout &layout, std::int64_t size)
{
    std::vector<ChannelBlock> blocks;
    for (std::int64_t group = 0; group < layout.groups; ++group)
        for (std::int64_t first = 0; first < layout.channels; first += size)
            blocks.push_back({group, first, std::min(size, layout.channels - first)});
    return blocks;
}

} // namespace quantloupe
