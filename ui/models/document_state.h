// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "quant/layer_marks.h"
#include "quant/quant_config.h"

#include <set>
#include <string>

namespace quantloupe {

/// What a configuration file holds of the user's choices, and what undo brings back.
struct DocumentState
{
    QuantConfig config;
    SamplingPlan plan;
    CalibrationPlan calibration;
    LayerMarks marks;
    bool operator==(const DocumentState &) const = default;
};

/// Layers whose settings differ.
std::set<std::string> changedLayers(const QuantConfig &before, const QuantConfig &after);

} // namespace quantloupe
