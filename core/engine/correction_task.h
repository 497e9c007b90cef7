// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/calibration.h"
#include "engine/executor.h"
#include "model/generator.h"
#include "quant/quant_config.h"

#include <cstdint>
#include <vector>

namespace quantloupe {

/// What corrections are made for and from.
struct CorrectionTask
{
    const Generator &generator;
    const QuantConfig &config;
    const SamplingPlan &plan;
    std::vector<CalibrationBatch> batches;
    /// Identifies the values of the batches.
    std::uint64_t inputsKey = 0;
    /// The configuration without corrections, one entry for each layer.
    Overlay overlay;
};

} // namespace quantloupe
