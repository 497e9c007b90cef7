// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"
#include "store/stored_run.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// What a sweep measured of layers quantized alone.
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
        bool operator==(const Value &) const = default;
    };

    /// Metric, unit and what was measured, by which run of which store if any: for readers.
    std::string title;
    /// Of the values, not of the metric: what is worse than float is worse the more it is.
    bool largerIsBetter = true;
    std::vector<Value> values;
    bool operator==(const SweepOverlay &) const = default;
};

/// The cells of a sweep over all repeats, and what a title says of them.
struct SweepCells
{
    /// As it is published, and empty for a unit there is not.
    std::string metricName;
    std::string unit;
    /// Of the metric.
    bool largerIsBetter = true;
    std::vector<SensitivityMean> means;
    /// Samples of one repeat.
    std::size_t count = 0;
    std::uint64_t seed = 0;
    struct Run
    {
        RunId id = 0;
        /// The name of its file.
        std::string store;
        /// Of the program that measured.
        std::string version;
    };
    /// Absent for a sweep that no store holds.
    std::optional<Run> run = {};
};

/// Of the cells with a value that were measured alone; without values where there are none.
SweepOverlay sweepOverlay(const SweepCells &cells);

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
