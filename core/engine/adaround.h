// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/weight_grams.h"
#include "quant/quantized_tensor.h"

#include <span>
#include <vector>

namespace quantloupe {

struct AdaRoundPlan
{
    int iterations = 400;
    /// Share of the iterations without the regularizer.
    double warmUp = 0.2;
    double learningRate = 0.02;
    /// The regularizer's exponent falls from the first to the second (paper, section 5).
    double firstBeta = 20;
    double lastBeta = 2;
    /// Weight of the regularizer, a mean over all weights, beside the error relative to nearest
    /// rounding.
    double regularization = 1;
};

/// Sum of squared output errors of the layer over what `grams` saw, for each output channel in the
/// layout's order. Both weights have the layout's elements.
std::vector<double> outputErrors(std::span<const float> weights, std::span<const float> values,
                                 const ChannelLayout &layout, const WeightGrams &grams);

/// AdaRound (Nagel et al., arXiv 2004.10568): `quantized` by nearest rounding, but each weight
/// between two codes takes the one or the other so that the layer's output errs least: min |output
/// error|^2 + lambda sum(1 - |2h - 1|^beta), with h = clip(1.2 sigmoid(V) - 0.1, 0, 1) in place of
/// the share by which a weight lies above the code below it, by Adam on V. The paper draws batches;
/// here the error of all samples is a quadratic form, so that the result follows from the
/// calibration alone. A channel that nearest rounding serves better on `judge` keeps it: there, no
/// channel errs more than before. Where `judge` has seen other samples, what was fitted to the
/// chance of the few is not taken. `quantized` has equally spaced codes (hasRange()). Throws
/// Cancelled.
QuantizedTensor adaptiveRounding(std::span<const float> weights, QuantizedTensor quantized,
                                 const ChannelLayout &layout, const WeightGrams &grams,
                                 const WeightGrams &judge, const AdaRoundPlan &plan,
                                 const RunContext &context);

} // namespace quantloupe
