// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/correction_run.h"
#include "engine/executor.h"
#include "engine/weight_cache.h"
#include "model/generator.h"
#include "quant/quant_config.h"

namespace quantloupe {

/// What calibration inputs gave a configuration.
struct CalibratedSites
{
    /// Empty where no activation is quantized.
    ActivationRanges ranges = {};
    /// Empty where nothing is corrected.
    LayerCorrections corrections = {};
};

/// A configuration made executable, and the weights' facts for reports.
struct BuiltOverlay
{
    Overlay layers;
    /// One for each layer; null where the weight is float.
    std::vector<std::shared_ptr<const QuantizedWeight>> weights;
};

/// Quantizes what the configuration asks for. Throws Error{BadInput} that names a layer the
/// generator does not have or whose input cannot be quantized.
BuiltOverlay buildOverlay(const Generator &generator, const QuantConfig &config,
                          const CalibratedSites &sites, WeightCache &cache,
                          const RunContext &context);

bool quantizesActivations(const QuantConfig &config);

} // namespace quantloupe
