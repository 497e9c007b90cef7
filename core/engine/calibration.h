// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/sampling_plan.h"
#include "engine/input_batch.h"
#include "quant/activation_range.h"

#include <vector>

namespace quantloupe {

/// One histogram for each layer of the program: the input activations of the float network on the
/// plan's calibration inputs (MEASURING.md, Calibration), given pictures before drawn ones. A
/// weight used several times sees all of its inputs in one histogram.
std::vector<ActivationHistogram> calibrate(const Generator &generator, const SamplingPlan &plan,
                                           const CalibrationPlan &calibration,
                                           const GivenInputs &given, int microBatch,
                                           const RunContext &context);

/// Held-out samples: fewer of an image-to-image network, whose samples are thousands of
/// positions each. They are drawn; see observeHeldOut().
std::size_t heldOutCount(const Generator &generator);

/// The same histograms as calibrate(), on the first samples of kHeldOutStream with the seed of the
/// calibration; drawn ones, also where calibration has given pictures.
std::vector<ActivationHistogram> observeHeldOut(const Generator &generator,
                                                const SamplingPlan &plan,
                                                const CalibrationPlan &calibration, int microBatch,
                                                const RunContext &context);

/// One micro-batch of a calibration.
struct CalibrationBatch
{
    GivenInputs given;
    BatchSamples samples;
    /// Position of its first sample in the calibration.
    std::size_t first = 0;
};

/// The micro-batches of a calibration in order; `microBatch` is a wish.
std::vector<CalibrationBatch> calibrationBatches(const Generator &generator,
                                                 const CalibrationPlan &calibration,
                                                 const GivenInputs &given, int microBatch);
/// Some drawn samples of the calibration's stream behind those it uses.
std::vector<CalibrationBatch> heldOutBatches(const Generator &generator,
                                             const CalibrationPlan &calibration, std::size_t count,
                                             int microBatch);

/// The same histograms as calibrate(), of a network whose overlay changes weights and norms alone.
std::vector<ActivationHistogram> observeActivations(const Generator &generator,
                                                    const SamplingPlan &plan,
                                                    const std::vector<CalibrationBatch> &batches,
                                                    const Overlay &network,
                                                    const RunContext &context);

/// The samples a calibration really uses.
struct CalibrationCounts
{
    std::size_t pictures = 0;
    std::size_t drawn = 0;

    std::size_t all() const { return pictures + drawn; }
};

/// Given pictures bound their number, and so does kMostCalibrationPictures of image-to-image
/// networks.
CalibrationCounts calibrationCounts(const Generator &generator, const CalibrationPlan &calibration,
                                    const GivenInputs &given);

} // namespace quantloupe
