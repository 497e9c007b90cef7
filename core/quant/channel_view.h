// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quantized_tensor.h"

#include <algorithm>
#include <vector>

namespace quantloupe {

/// Calls run(offset, length) for each contiguous piece of the elements that share scale
/// `scaleIndex` = group * channels + channel, in memory order.
template <typename Run>
void forEachRun(const ChannelLayout &layout, std::int64_t scaleIndex, Run run)
{
    const std::int64_t block = layout.outer / layout.groups;
    const std::int64_t group = scaleIndex / layout.channels;
    const std::int64_t channel = scaleIndex % layout.channels;
    for (std::int64_t o = group * block; o < (group + 1) * block; ++o)
        run((o * layout.channels + channel) * layout.inner, layout.inner);
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

template <typename Value>
void scatter(const std::vector<Value> &from, const ChannelLayout &layout, std::int64_t scaleIndex,
             Value *to)
{
    auto next = from.begin();
    forEachRun(layout, scaleIndex, [&](std::int64_t offset, std::int64_t length) {
        std::copy(next, next + length, to + offset);
        next += length;
    });
}

/// The layout whose scales `granularity` asks for.
inline ChannelLayout usedLayout(const ChannelLayout &layout, Granularity granularity)
{
    return granularity == Granularity::PerTensor ? ChannelLayout{1, 1, layout.elementCount(), 1}
                                                 : layout;
}

} // namespace quantloupe
