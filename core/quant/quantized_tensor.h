// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quant_spec.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace quantloupe {

/// How a row-major weight tensor is seen by a per-channel quantizer: [outer, channels, inner].
/// Channel c holds the elements (o * channels + c) * inner + i. For a transposed convolution
/// weight [in, out/groups, kh, kw] with groups g the output channels are (group, out/groups):
/// then outer is split further, see `groups`.
struct ChannelLayout
{
    std::int64_t outer = 1;
    std::int64_t channels = 1;
    std::int64_t inner = 1;
    /// Equal blocks of `outer` that have scales of their own (grouped transposed convolution);
    /// there are groups * channels output channels, group-major. outer % groups == 0.
    std::int64_t groups = 1;
    /// Consecutive weights of a channel that share a scale (quant_spec.h); 0 for all of them.
    std::int64_t scaleSpan = 0;

    std::int64_t elementCount() const { return outer * channels * inner; }
    std::int64_t channelCount() const { return groups * channels; }
    std::int64_t channelSize() const { return outer / groups * inner; }
    std::int64_t scalesPerChannel() const
    {
        return scaleSpan == 0
                   ? 1
                   : std::max<std::int64_t>(1, (channelSize() + scaleSpan - 1) / scaleSpan);
    }
    /// Channel-major.
    std::int64_t scaleCount() const { return channelCount() * scalesPerChannel(); }
    bool operator==(const ChannelLayout &) const = default;
};

/// `axis` is the output-channel axis of `shape`; `groups` is > 1 only for operators whose weight
/// folds the group into the leading axis (transposed convolution).
ChannelLayout channelLayout(std::span<const std::int64_t> shape, int axis, std::int64_t groups = 1);
/// The same elements as one channel.
ChannelLayout tensorLayout(std::span<const std::int64_t> shape);

/// A quantized tensor: codes with scales and zero points, and what they stand for.
/// s being the scale index of the element, value = scale[s] * (code - zeroPoint[s]); for
/// a method with a codebook value = codebook[s * levelCount() + code], scale 1 and zero point 0.
struct QuantizedTensor
{
    WeightSpec spec;
    /// Layout actually used: the channel layout with the span of a scale, or one channel for
    /// PerTensor.
    ChannelLayout layout;
    std::vector<std::int32_t> codes;
    std::vector<float> scale;
    std::vector<std::int32_t> zeroPoint;
    /// Dequantized values, element for element in the order of the input.
    std::vector<float> values;
    std::int32_t quantMin = 0;
    std::int32_t quantMax = 0;
    /// levelCount() ascending levels per scale; empty for methods without a codebook.
    std::vector<float> codebook;

    std::int64_t levelCount() const { return std::int64_t{quantMax} - quantMin + 1; }
};

/// What a quantizer did to one tensor.
struct QuantizationStats
{
    double meanSquaredError = 0;
    /// 10 log10(sum w^2 / sum (w - w')^2) in dB; +infinity where the error is zero.
    double sqnr = 0;
    /// Used levels / available levels, each counted per scale and averaged over scales, 0..1.
    double occupancy = 0;
    /// Shannon entropy of the codes of the whole tensor, bits.
    double entropy = 0;
    /// Share of elements outside the representable range, 0..1.
    double clipped = 0;
    /// Elements that are NaN or infinite; the numbers above leave them out.
    std::int64_t nonFinite = 0;

    bool operator==(const QuantizationStats &) const = default;
};

} // namespace quantloupe
