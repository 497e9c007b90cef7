// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/histogram.h"
#include "base/absence.h"
#include "data/sampling_plan.h"
#include "quant/quantized_tensor.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// What the horizontal axis of a weight histogram counts in.
enum class WeightAxis {
    Value, ///< The weights themselves.
    Steps  ///< The place among the levels of the weight's own channel, with level k at its code k:
           ///< weight / scale + zero point, or between the two nearest levels of a codebook. The
           ///< one way to show weights of several scales with their levels.
};

/// The same numbers as LayerReport's, of a whole layer or of one channel.
struct WeightNumbers
{
    std::int64_t weights = 0;
    std::int64_t nonFinite = 0;
    /// Extremes of the finite weights.
    double minimum = 0;
    double maximum = 0;
    /// dB; absent for a float weight, for one without error and for one with values that are not
    /// finite. `absence` says which.
    std::optional<double> sqnr;
    Absence absence = Absence::None;
    /// Mean of (w - w')^2 over the finite weights; 0 for a float weight.
    double meanSquaredError = 0;
    /// As QuantizationStats; absent for a float weight.
    std::optional<double> occupancy;
    std::optional<double> entropy;
    /// Share of the weights beyond the range; absent for methods without one.
    std::optional<double> clipped;
};

/// One output channel under the quantizer.
struct ChannelError
{
    /// sqrt(sum (w - w')^2 / sum w^2); absent where the channel is all zero or not finite.
    std::optional<double> relative;
    /// As WeightNumbers::sqnr.
    std::optional<double> sqnr;
};

struct WeightInspection
{
    WeightSpec spec;
    /// It is the weight that a folded batch norm or equalization makes of the layer's own.
    bool isRewritten = false;
    /// Output channels; 1 where they could not be followed.
    std::int64_t channels = 1;
    /// Scales of the quantizer in use; 0 for a float weight.
    std::int64_t scales = 0;
    /// The channel that `histogram`, `levels` and `range` are about; absent for all of them.
    std::optional<std::int64_t> channel;
    WeightAxis axis = WeightAxis::Value;
    /// Of the finite weights; empty where there are none.
    Histogram histogram;
    /// Number of levels the quantizer offers; 0 for float.
    std::int64_t levelCount = 0;
    /// The levels on the axis and how many of the shown weights took each; empty for float and
    /// beyond kMostLevels.
    std::vector<double> levels;
    std::vector<std::int64_t> levelCounts;
    /// Lowest and highest level on the axis; absent for float.
    std::optional<ValueRange> range;
    WeightNumbers layer;
    /// Of `channel`.
    std::optional<WeightNumbers> chosen;
    /// One for each output channel; empty for a float weight and where `channels` is 1.
    std::vector<ChannelError> errors;

    static constexpr std::int64_t kMostLevels = 256;
};

/// `weights` in `layout` (the channel layout) and what `quantize` made of them with `spec`. For a
/// float spec `quantized` needs no codes. Throws Error{BadInput} for a channel that is not there.
WeightInspection inspectWeight(std::span<const float> weights, const ChannelLayout &layout,
                               const QuantizedTensor &quantized,
                               std::optional<std::int64_t> channel);

} // namespace quantloupe
