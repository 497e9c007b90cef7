// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quantized_tensor.h"

#include <algorithm>
#include <vector>

namespace quantloupe {

/// Calls run(offset, length) for each contiguous piece of the elements that share scale
/// `scaleIndex` = (group * channels + channel) * scalesPerChannel + part, in memory order.
template <typename Run>
void forEachRun(const ChannelLayout &layout, std::int64_t scaleIndex, Run run)
{
    const std::int64_t block = layout.outer / layout.groups;
    const std::int64_t parts = layout.scalesPerChannel();
    const std::int64_t group = scaleIndex / parts / layout.channels;
    const std::int64_t channel = scaleIndex / parts % layout.channels;
    const std::int64_t first = scaleIndex % parts * layout.scaleSpan;
    const std::int64_t last = parts == 1 ? layout.channelSize()
                                         : std::min(first + layout.scaleSpan, layout.channelSize());
    for (std::int64_t at = first; at < last;) {
        const std::int64_t within = at % layout.inner;
        const std::int64_t length = std::min(layout.inner - within, last - at);
        const std::int64_t o = group * block + at / layout.inner;
        run((o * layout.channels + channel) * layout.inner + within, length);
        at += length;
    }
}

template <typename Value>
void gather(const Value *from, const ChannelLayout &layout, std::int64_t scaleIndex,
            std::vector<Value> &to)
{
    to.clear();
    forEachRun(layout, scaleIndex, [&](std::int64_t offset, std::int64_t length) {
        to.insert(to.end(), from + offset, from + offset + length);
    });
}

/// The layout whose scales `granularity` asks for.
inline ChannelLayout usedLayout(const ChannelLayout &layout, Granularity granularity)
{
    if (granularity == Granularity::PerTensor)
        return {1, 1, layout.elementCount(), 1};
    ChannelLayout used = layout;
    used.scaleSpan = groupSize(granularity);
    return used;
}

} // namespace quantloupe
