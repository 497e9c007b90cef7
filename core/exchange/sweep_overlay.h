// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"
#include "store/stored_run.h"

#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// What a kept sweep measured of layers quantized alone.
struct SweepOverlay
{
    struct Value
    {
        std::string layer;
        SensitivitySite site = SensitivitySite::Weights;
        LayerQuantSpec spec;
        /// Of the output, or by how much it is worse than the float network's where the metric
        /// compares both with a reference.
        double value = 0;
    };

    /// Metric, unit and what was measured by which run of which store: for readers.
    std::string title;
    /// Of the values, not of the metric: what is worse than float is worse the more it is.
    bool largerIsBetter = true;
    std::vector<Value> values;
};

/// Of the answer that a run of `sensitivity` gave. `store` is the name of its file. Throws
/// Error{BadInput} for a run of another command, for one without an answer, for one of another
/// generator than that of this hash, and where no layer was measured alone.
SweepOverlay sweepOverlay(const StoredRun &run, const std::string &store,
                          const std::string &generatorSha256);

/// The value at the sites and bits that `spec` quantizes, of the same setting where there are
/// several; absent where the sweep has none. Where weight and input were not measured together with
/// these bits, that of the weight.
std::optional<SweepOverlay::Value> valueOf(const SweepOverlay &sweep, const std::string &layer,
                                           const LayerQuantSpec &spec);

} // namespace quantloupe
