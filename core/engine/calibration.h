// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/sampling_plan.h"
#include "engine/input_batch.h"
#include "quant/activation_range.h"

#include <vector>

namespace quantloupe {

/// One histogram for each layer of the program: the input activations of the float network on the
/// plan's calibration inputs (MEASURING.md, Calibration). A weight used several times sees all of
/// its inputs in one histogram.
std::vector<ActivationHistogram> calibrate(const Generator &generator, const SamplingPlan &plan,
                                           const CalibrationPlan &calibration,
                                           const GivenInputs &given, int microBatch,
                                           const RunContext &context);

/// The number of samples a calibration really uses: given pictures bound it, and image-to-image
/// networks, whose every sample is thousands of positions, use at most 16.
int calibrationCount(const Generator &generator, const CalibrationPlan &calibration,
                     const GivenInputs &given);

} // namespace quantloupe
