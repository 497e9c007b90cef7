// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/activation_inspection.h"
#include "analysis/feature_maps.h"
#include "analysis/weight_inspection.h"

#include <string>

namespace quantloupe {

/// What one layer's settings do to its weight, its input and its output.
struct LayerInspection
{
    std::string layer;
    LayerQuantSpec spec;
    WeightInspection weight;
    /// Both are empty while `isComplete` is false.
    ActivationInspection activation;
    FeatureMaps maps;
    bool isComplete = false;
};

} // namespace quantloupe
