// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "quant/quantized_tensor.h"

#include <string>

namespace quantloupe {

namespace {

std::int64_t product(std::span<const std::int64_t> sizes)
{
    std::int64_t result = 1;
    for (const std::int64_t size : sizes)
        result *= size;
    return result;
}

} // namespace

ChannelLayout channelLayout(std::span<const std::int64_t> shape, int axis, std::int64_t groups)
{
    if (axis < 0 || axis >= static_cast<int>(shape.size()))
        throw Error(ErrorKind::Internal, "The output-channel axis " + std::to_string(axis) +
                                             " is outside a weight of " +
                                             std::to_string(shape.size()) + " dimensions.");
    const auto at = static_cast<std::size_t>(axis);
    const ChannelLayout layout{product(shape.first(at)), shape[at], product(shape.subspan(at + 1)),
                               groups};
    if (groups < 1 || layout.outer % groups != 0)
        throw Error(ErrorKind::Internal, "A leading size of " + std::to_string(layout.outer) +
                                             " cannot be split into " + std::to_string(groups) +
                                             " groups.");
    return layout;
}

ChannelLayout tensorLayout(std::span<const std::int64_t> shape)
{
    return {1, 1, product(shape), 1};
}

} // namespace quantloupe
