// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// A cell of the map of layers and bit-widths, over all its repeats.
struct SensitivitySpot
{
    /// The sweep has such a cell.
    bool isWanted = false;
    /// As SensitivityCell::spec.
    LayerQuantSpec spec = {};
    /// Absent until something is measured.
    std::optional<SensitivityMean> mean = {};
    std::optional<double> predicted = {};

    /// Measured where that is known, else predicted.
    std::optional<double> value() const;
    bool isPredicted() const { return !mean && predicted; }
    bool isKnown() const { return mean || predicted; }
};

/// What is known of a sweep of one site and one mode.
struct SensitivityFindings
{
    MetricKind metric = MetricKind::OutputSqnr;
    /// As it is published; empty until something is measured.
    std::string metricName;
    SensitivitySite site = SensitivitySite::Weights;
    SensitivityMode mode = SensitivityMode::Alone;
    /// In execution order.
    std::vector<std::string> layers;
    /// The most first; kBaseBits alone where layers are left out of a configuration.
    std::vector<int> bits;
    /// Bit-width by bit-width, each layer by layer.
    std::vector<SensitivitySpot> spots;
    /// One for each of `bits`, of what is known: without layers where nothing is.
    std::vector<SensitivityRanking> rankings;

    bool isEmpty() const { return spots.empty(); }
    /// Something is measured or predicted.
    bool hasValues() const;
    /// By places in `layers` and `bits`.
    const SensitivitySpot &spot(std::size_t layer, std::size_t bit) const
    {
        return spots.at(bit * layers.size() + layer);
    }
};

/// What a sweep has been asked for.
struct SensitivityOutline
{
    MetricKind metric = MetricKind::OutputSqnr;
    SensitivitySite site = SensitivitySite::Weights;
    SensitivityMode mode = SensitivityMode::Alone;
    struct Place
    {
        std::string layer;
        int bits = 8;
        LayerQuantSpec spec;
    };
    /// The last layer first.
    std::vector<Place> places;
    /// Of a part of one picture: its values are no estimates.
    bool isOfNamedSamples = false;

    bool contains(const std::string &layer, int bits) const;
};

/// Values that are only predicted take part in the rankings, as if they were known exactly.
SensitivityFindings findingsOf(const SensitivityOutline &outline,
                               std::span<const SensitivityCell> cells,
                               std::span<const SensitivityMean> predicted);

/// How many layers at the head of a ranking are not told apart from each other; at least 1.
std::size_t leadersOf(const SensitivityRanking &ranking);

} // namespace quantloupe
