// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/activation_range.h"
#include "quant/quantized_tensor.h"

/// The slow, obvious quantizers: one loop per formula, no instruction-set tricks. They are the
/// oracle of every fast path, which must give the same bits.
///
/// Uniform affine (Jacob et al., arXiv 1712.05877, equation 1; Krishnamoorthi, arXiv 1806.08342,
/// section 2): q = clamp(round(x / s) + z, quantMin, quantMax), x' = s (q - z); division in float,
/// nearest even, product in float.
/// Symmetric scale: max|x| / (2^(b-1) - 1) narrow; full the larger one of max x / (2^(b-1) - 1)
/// and -min x / 2^(b-1); z = 0.
/// Asymmetric: range widened to include 0, codes 0..2^b - 1, s = (max - min) / (2^b - 1),
/// z = clamp(round(-min / s), 0, 2^b - 1).
/// MSE clip: the scale (and zero point) among those tried by mseScale / mseAffine whose error
/// sum (x - x')^2 is least; which ones are tried is defined once, in scale_search.cpp, and sees
/// the weights through the sums computed here.
/// Ternary: threshold 0.7 mean|w| (Li et al., arXiv 1605.04711); scale = mean of |w| above it.
/// Exact ternary: max over k of (sum of the k largest |w|)^2 / k (same paper, equation 5; the
/// maximum found by trying every k). Sums in descending order.
/// Binary: sign(w), 0 as +1, times mean|w| (Rastegari et al., arXiv 1603.05279, equation 6).
/// Power of two: as MSE clip, among powers of two.
/// EM, k-means, logarithmic, tanh: reference_codebook.h.
/// Other sums: in the order of partial_sums.h.
namespace quantloupe::reference {

QuantizedTensor quantize(std::span<const float> weights, const ChannelLayout &layout,
                         const WeightSpec &spec);

/// Sums of a scale in the order of partial_sums.h, those of the scales in ascending order.
QuantizationStats quantizationStats(std::span<const float> weights,
                                    const QuantizedTensor &quantized);

void fakeQuantize(std::span<const float> in, std::span<float> out, const ActivationRange &range);

} // namespace quantloupe::reference
