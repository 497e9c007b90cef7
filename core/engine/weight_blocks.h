// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/program.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace quantloupe {

/// Factors of a layer's channels; empty for ones.
struct ChannelFactors
{
    /// One for each output channel, over all groups.
    std::vector<double> outputs;
    /// One for each input channel, over all groups.
    std::vector<double> inputs;

    bool isEmpty() const { return outputs.empty() && inputs.empty(); }
    bool operator==(const ChannelFactors &) const = default;
};

/// The weight is a convolution's, a transposed convolution's or a matrix, and its output channels
/// are known.
bool hasBlocks(const WeightSite &site);

/// groups x output channels of a group x input channels of a group x taps, a view where it can be.
/// `weight` has the site's shape, and the site hasBlocks().
at::Tensor weightBlocks(const WeightSite &site, const at::Tensor &weight);

std::int64_t outputChannels(const WeightSite &site);
std::int64_t inputChannels(const WeightSite &site);

/// The site's weight with each channel times its factor, rounded once; float32, contiguous.
at::Tensor scaledWeight(const WeightSite &site, const ChannelFactors &factors);

} // namespace quantloupe
