// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/histogram.h"
#include "quant/quantized_tensor.h"

#include <cstdint>
#include <span>
#include <vector>

namespace quantloupe {

/// The codes that stand for levels, ascending.
std::vector<std::int32_t> levelCodes(const QuantizedTensor &tensor);
/// What one of them stands for under a scale.
double levelValue(const QuantizedTensor &tensor, std::size_t scale, std::int32_t code);

/// Weights on an axis that quantizers of the same granularity can be shown on together: as they are
/// where the whole weight has one scale, else divided by the largest magnitude among those that
/// share their scale.
struct PlacedWeights
{
    std::int64_t scales = 1;
    /// Of the finite weights; empty where there are none.
    Histogram histogram;

    bool isRelative() const { return scales > 1; }
};

/// The levels of a quantizer on that axis.
struct PlacedLevels
{
    /// One a level, ascending: the mean over the scales that have a weight other than zero.
    std::vector<double> places;
    /// In how many of the scales a weight takes the level, as a share of all; their mean is
    /// QuantizationStats::occupancy.
    std::vector<double> taken;
    /// How many of the weights take it, as a share of all.
    std::vector<double> weights;
};

/// `weights` in `layout` (the channel layout).
PlacedWeights placeWeights(std::span<const float> weights, const ChannelLayout &layout,
                           Granularity granularity);
/// The levels of what `quantize` made of `weights`.
PlacedLevels placeLevels(std::span<const float> weights, const QuantizedTensor &quantized);

} // namespace quantloupe
