// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weight_blocks.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

/// Output channels lie behind the input channels.
bool isTransposed(const WeightSite &site)
{
    return site.outputAxis == 1;
}

at::Tensor factorsAlong(const std::vector<double> &factors, const at::Tensor &blocks,
                        std::int64_t axis)
{
    std::vector<std::int64_t> shape = {blocks.size(0), 1, 1, 1};
    shape[static_cast<std::size_t>(axis)] = blocks.size(axis);
    return at::tensor(factors, at::kDouble).view(shape);
}

} // namespace

bool hasBlocks(const WeightSite &site)
{
    const bool isConvolution = site.kind == LayerKind::Convolution && site.outputAxis == 0;
    const bool isUpward = site.kind == LayerKind::TransposedConvolution && site.outputAxis == 1;
    const bool isMatrix =
        (site.kind == LayerKind::Linear || site.kind == LayerKind::MatrixProduct) &&
        site.outputAxis >= 0;
    const std::int64_t dimensions = site.weight.dim();
    return site.weight.numel() > 0 &&
           (((isConvolution || isUpward) && dimensions >= 3) || (isMatrix && dimensions == 2));
}

at::Tensor weightBlocks(const WeightSite &site, const at::Tensor &weight)
{
    // A grouped convolution's groups lie in its leading axis, whichever that is.
    const std::int64_t groups = site.groups;
    const at::Tensor blocks = weight.reshape({groups, weight.size(0) / groups, weight.size(1), -1});
    return isTransposed(site) ? blocks.transpose(1, 2) : blocks;
}

std::int64_t outputChannels(const WeightSite &site)
{
    return isTransposed(site) ? site.weight.size(1) * site.groups : site.weight.size(0);
}

std::int64_t inputChannels(const WeightSite &site)
{
    return isTransposed(site) ? site.weight.size(0) : site.weight.size(1) * site.groups;
}

at::Tensor scaledWeight(const WeightSite &site, const ChannelFactors &factors)
{
    at::Tensor blocks = weightBlocks(site, site.weight).to(at::kDouble);
    if (!factors.outputs.empty())
        blocks = blocks * factorsAlong(factors.outputs, blocks, 1);
    if (!factors.inputs.empty())
        blocks = blocks * factorsAlong(factors.inputs, blocks, 2);
    if (isTransposed(site))
        blocks = blocks.transpose(1, 2);
    return blocks.to(at::kFloat).reshape(site.weight.sizes()).contiguous();
}

} // namespace quantloupe
