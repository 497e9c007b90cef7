// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "quant/calibrated_ranges.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

/// Calibration in a configuration file: the range of a layer, and where all of them come from.
/// Numbers come back to the bit.
nlohmann::ordered_json rangeJson(const ActivationRange &range);
/// Throws Error{BadInput}, or the library's own exception, for what no quantizer of this setting
/// can be.
ActivationRange parseActivationRange(const nlohmann::ordered_json &json,
                                     const ActivationSpec &spec);

/// "source": "latents" (inputs as the network takes them), "images", "drawn" or "both".
nlohmann::ordered_json calibrationJson(const CalibrationPlan &plan, const CalibratedRanges &ranges);
CalibrationPlan parseCalibrationPlan(const nlohmann::ordered_json &json);
/// The record without its layers.
CalibratedRanges parseCalibrationRecord(const nlohmann::ordered_json &json);

} // namespace quantloupe
