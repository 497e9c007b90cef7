// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/range_search.h"

#include <span>
#include <vector>

namespace quantloupe {

/// The elements of one scale in memory order, non-finite ones replaced by 0.
struct ChannelWeights
{
    std::vector<float> values;
    /// How many of them were finite; means are taken over these.
    std::int64_t finite = 0;
};

/// Where a channel's result goes; both as long as its values.
struct ChannelCodes
{
    std::span<std::int32_t> codes;
    std::span<float> values;
};

/// 2 to 16 bits, MinMax or Mse, symmetric or asymmetric (range_search.h).
AffineRange quantizeUniformChannel(const ChannelWeights &weights, const WeightSpec &spec,
                                   ChannelCodes out);

/// Codes -1, 0, 1. Ternary: |w| > 0.7 mean|w| keeps its sign, the scale is the mean of those |w|
/// (TWN, Li et al., arXiv 1605.04711, section 2.3). TernaryExact: the k largest |w| keep their
/// sign, k maximizing sum^2 / k, scale sum / k: the exact L2 optimum. Channels without a kept
/// weight get scale 1.
AffineRange quantizeTernaryChannel(const ChannelWeights &weights, const WeightSpec &spec,
                                   ChannelCodes out);

/// Codes sign(w), 0 as +1, scale mean|w|: the exact L2 optimum (XNOR-Net, arXiv 1603.05279,
/// equation 6). An all-zero channel has scale 0, an empty one 1.
AffineRange quantizeBinaryChannel(const ChannelWeights &weights, ChannelCodes out);

} // namespace quantloupe
