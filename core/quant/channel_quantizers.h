// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/range_search.h"

#include <span>
#include <vector>

namespace quantloupe {

/// The elements of one scale in memory order, non-finite ones replaced by 0.
struct ChannelWeights
{
    std::span<const float> values;
    /// How many of them were finite; means are taken over these.
    std::int64_t finite = 0;
};

/// Where a channel's result goes; both as long as its values.
struct ChannelCodes
{
    std::span<std::int32_t> codes;
    std::span<float> values;
};

/// 2 to 16 bits, MinMax, Mse or Pow2 (range_search.h).
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

/// The methods with a codebook return the ascending 2^bits levels of the codes 0..2^bits - 1;
/// non-finite weights have no part in them. Channels that are empty or all zeros have code 0 and
/// level 0 throughout.
using Levels = std::vector<float>;

/// 1 to 8 bits: equally spaced levels, the least and the greatest weight among them; the nearest
/// level, halves the upper one. The first of emStarts() (em_fit.h), unfitted. A constant channel has
/// code 0 and that level throughout.
Levels quantizeExtremesChannel(const ChannelWeights &weights, int bits, ChannelCodes out);

/// 1 to 8 bits: equally spaced levels of locally least squared error (em_fit.h). A constant channel
/// has code 0 and that level throughout.
Levels quantizeEmChannel(const ChannelWeights &weights, int bits, ChannelCodes out);

/// 1 to 8 bits: free levels of least squared error (kmeans_fit.h). Levels in excess of the
/// different weights repeat the last one.
Levels quantizeKMeansChannel(const ChannelWeights &weights, int bits, ChannelCodes out);

/// 2 to 8 bits: sign(w) 2^clip(round(log2|w|), F - 2^(bits-1) + 1, F), F = round(log2 max|w|). Half
/// of the codes are negative, none is zero: zero gets the smallest positive level. QGAN (arXiv
/// 1901.08263) names this baseline; the rounding is the field's usual form (Miyashita et al., arXiv
/// 1603.01025).
Levels quantizeLogChannel(const ChannelWeights &weights, int bits, ChannelCodes out);

/// 2 to 8 bits, DoReFa (arXiv 1606.06160): t = tanh(w) / (2 max|tanh w|) + 1/2 is
/// rounded to a multiple of 1 / (2^bits - 1), nearest even, and stands for 2 t - 1. The levels are
/// these times the factor of least squared error, which DoReFa does not have: there the scale of
/// weights is left to batch norm.
Levels quantizeTanhChannel(const ChannelWeights &weights, int bits, ChannelCodes out);

} // namespace quantloupe
