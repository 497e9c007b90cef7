// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/output_channels.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

bool isConvolution(LayerKind kind)
{
    return kind == LayerKind::Convolution || kind == LayerKind::TransposedConvolution;
}

} // namespace

std::int64_t outputChannels(LayerKind kind, const at::Tensor &output, std::int64_t samples)
{
    if (output.dim() == 0 || output.numel() == 0)
        return 0;
    if (!isConvolution(kind))
        return output.size(-1);
    if (output.dim() < 3)
        return 0;
    const std::int64_t size = output.size(1);
    if (output.size(0) == samples)
        return size;
    // Groups hold the samples one after the other, each with all channels of the weight.
    return output.size(0) == 1 && size % samples == 0 ? size / samples : 0;
}

at::Tensor byChannel(const at::Tensor &output, LayerKind kind, std::int64_t channels)
{
    const at::Tensor plain = output.contiguous();
    if (!isConvolution(kind))
        return plain.view({-1, channels, 1});
    const std::int64_t positions = plain.numel() / (plain.size(0) * plain.size(1));
    return plain.view({-1, channels, positions});
}

at::Tensor withFactor(const at::Tensor &output, LayerKind kind, const at::Tensor &factor)
{
    const std::int64_t channels = factor.numel();
    return (byChannel(output, kind, channels) * factor.view({1, channels, 1})).view(output.sizes());
}

at::Tensor withOffset(const at::Tensor &output, LayerKind kind, const at::Tensor &offset)
{
    const std::int64_t channels = offset.numel();
    return (byChannel(output, kind, channels) + offset.view({1, channels, 1})).view(output.sizes());
}

} // namespace quantloupe
