// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "picture_fit.h"

namespace quantloupe::cli {

/// What activation ranges are made from.
struct ChosenCalibration
{
    CalibrationPlan plan;
    Pictures pictures;
    std::shared_ptr<const CalibratedRanges> ranges;
};

/// The calibration of the options, and where they say nothing that of a saved configuration; its
/// ranges count unless --calibrate-on asks for others. Throws Error{BadInput} for pictures that the
/// network does not take.
ChosenCalibration calibrationFor(CommandContext &context, const Generator &generator,
                                 const GenerateOptions &options,
                                 const std::optional<ConfigFile> &saved, const SamplingPlan &plan);

/// As --calibrate-on was given; "latents" where it was not.
std::string calibrationSource(const ConfigOptions &options);

/// The ranges with the name of the pictures they were made from, as the options gave them.
CalibratedRanges namedRanges(CalibratedRanges ranges, const GenerateOptions &options);

} // namespace quantloupe::cli
