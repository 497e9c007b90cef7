// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quantized_tensor.h"

#include <span>

namespace quantloupe {

/// Quantizes `weights` (row-major, layout.elementCount() values) by `spec`. `layout` is the
/// channel layout; PerTensor ignores its channels. Never writes to `weights`.
/// Constant, empty and all-zero channels get a scale of 1 (or the scale that represents the
/// constant); non-finite values are quantized as 0 and do not influence ranges.
/// Throws Error{BadInput} from validate(spec). Equals reference::quantize bit for bit, but for Em
/// and KMeans, whose sums are taken in another order: there the errors agree.
QuantizedTensor quantize(std::span<const float> weights, const ChannelLayout &layout,
                         const WeightSpec &spec);

/// The same, channel by channel on `threads` threads (0: all cores), into a tensor whose buffers
/// are used again: a tensor of this size before needs no memory. The result does not depend on
/// `threads`.
void quantizeInto(QuantizedTensor &tensor, std::span<const float> weights,
                  const ChannelLayout &layout, const WeightSpec &spec, int threads);

/// Compares a quantized tensor with the float weights it came from, on `threads` threads (0: all
/// cores); the numbers do not depend on them. Equals reference::quantizationStats bit for bit.
QuantizationStats quantizationStats(std::span<const float> weights,
                                    const QuantizedTensor &quantized, int threads = 1);

} // namespace quantloupe
