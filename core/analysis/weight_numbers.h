// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/weight_inspection.h"

namespace quantloupe {

/// `weights` against what `quantized` (float: no codes) made of them.
WeightNumbers weightNumbers(std::span<const float> weights, const QuantizedTensor &quantized);
/// The same of one channel of `layout` alone, under its own scale or that of the tensor.
WeightNumbers channelNumbers(std::span<const float> weights, const ChannelLayout &layout,
                             const QuantizedTensor &quantized, std::int64_t channel);
std::vector<ChannelError> channelErrors(std::span<const float> weights, const ChannelLayout &layout,
                                        const QuantizedTensor &quantized);

} // namespace quantloupe
