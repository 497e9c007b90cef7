// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/quantizer_levels.h"
#include "analysis/weight_inspection.h"

#include <span>
#include <vector>

namespace quantloupe {

/// What one quantizer makes of a weight.
struct QuantizerTrial
{
    WeightSpec spec;
    WeightNumbers numbers;
    /// Empty beyond WeightInspection::kMostLevels.
    PlacedLevels levels;
    /// Wall time of quantizing the weight once: the least of three runs, or of one that took long.
    double seconds = 0;
};

/// Every method that takes one of `bits`, by bits and then method, in each variant of mapping and
/// code range that the method knows.
std::vector<WeightSpec> trialSpecs(std::span<const int> bits, Granularity granularity);

/// `weights` in `layout` (the channel layout), quantized by `spec`. Throws Error{BadInput} from
/// validate(spec).
QuantizerTrial tryQuantizer(std::span<const float> weights, const ChannelLayout &layout,
                            const WeightSpec &spec);

/// By bit-width, the widest first, and then by error, the least first.
void sortTrials(std::vector<QuantizerTrial> &trials);

} // namespace quantloupe
