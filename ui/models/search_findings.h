// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/config_search_request.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// What a search has found so far.
struct SearchFindings
{
    /// Each configuration once, by ascending bytes.
    std::vector<SearchTrial> trials;
    /// Of SearchTrial::measured; absent where none is measured.
    std::optional<MetricKind> metric;
    /// A place in `trials`: the best so far, or of what a search that reaches nothing came nearest.
    std::optional<std::size_t> best;
    /// What `best` tells keeps the budget or meets the bound; else it is only the nearest.
    bool isReachable = true;
    /// Of the best on samples that the search never saw; no rows until it is measured.
    MetricsReport exact;

    bool isEmpty() const { return trials.empty(); }
    /// A configuration that is known gets what it was measured at. Returns its place.
    std::size_t add(const SearchTrial &trial);
    /// Of `metric` as it is published, for example "FD-avatarnet"; empty until a trial was
    /// measured.
    std::string metricName() const;
    /// Null where the best was not measured by it on unseen samples.
    const MetricRow *exactRow(MetricKind kind) const;
};

/// The value, where it is a number that can be drawn.
std::optional<double> drawn(const std::optional<double> &value);

} // namespace quantloupe
