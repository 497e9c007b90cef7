// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/layer_inspection.h"
#include "session/requests.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace quantloupe {

enum class InspectParts { Weight, Everything };

struct InspectRequest
{
    /// Generator, configuration, sampling and calibration. `source` names the samples whose
    /// activations are shown where nothing is calibrated.
    CompareRequest compare;
    std::string layer;
    /// The output channel whose weights are shown; absent for all of them.
    std::optional<std::int64_t> channel;
    /// Position in compare.source.samples of the sample whose feature maps are shown.
    std::size_t sample = 0;
    MapLimits maps;
    InspectParts parts = InspectParts::Everything;
};

/// Gets what is known so far.
using InspectionSink = std::function<void(const LayerInspection &)>;

} // namespace quantloupe
