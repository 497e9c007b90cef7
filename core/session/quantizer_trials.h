// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/quantizer_trial.h"
#include "base/run_context.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

class Generator;

using QuantizerTrialSink = std::function<void(const QuantizerTrial &)>;

/// Tries quantizers on the weight of one layer, in the order given; each result arrives at `sink`
/// as soon as it is there. Throws Error{BadInput} for a layer that is not there and from
/// validate() of a spec.
std::vector<QuantizerTrial> tryQuantizers(const Generator &generator, const std::string &layer,
                                          std::span<const WeightSpec> specs,
                                          const RunContext &context,
                                          const QuantizerTrialSink &sink = {});

/// The weight of the layer on the axis of those trials' levels. Throws Error{BadInput} for a layer
/// that is not there.
PlacedWeights placeWeights(const Generator &generator, const std::string &layer,
                           Granularity granularity);

} // namespace quantloupe
