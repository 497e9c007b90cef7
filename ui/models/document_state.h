// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "exchange/layer_origins.h"
#include "image/image.h"
#include "quant/calibrated_ranges.h"
#include "quant/layer_marks.h"
#include "quant/quant_config.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quantloupe {

using InputPictures = std::shared_ptr<const std::vector<Image>>;

/// Activation ranges, and what they hold for. Without ranges it is as it was made.
struct KnownRanges
{
    SamplingPlan plan;
    CalibrationPlan calibration;
    InputPictures pictures;
    std::shared_ptr<const CalibratedRanges> ranges;
};

/// The same ranges for the same inputs.
bool operator==(const KnownRanges &a, const KnownRanges &b);

/// What a configuration file holds of the user's choices, and what undo brings back.
struct DocumentState
{
    QuantConfig config;
    SamplingPlan plan;
    CalibrationPlan calibration;
    LayerMarks marks;
    /// Ranges that the loaded file held.
    KnownRanges loaded;
    /// Ranges that calibration found for these settings. No choice of the user's: they do not tell
    /// two states apart.
    KnownRanges found;
    /// Who chose the settings. That does not tell two states apart either.
    LayerOrigins origins = {};
};

bool operator==(const DocumentState &a, const DocumentState &b);

/// Layers whose settings differ.
std::set<std::string> changedLayers(const QuantConfig &before, const QuantConfig &after);

} // namespace quantloupe
