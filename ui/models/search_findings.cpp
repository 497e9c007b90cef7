// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_findings.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

std::size_t SearchFindings::add(const SearchTrial &trial)
{
    const auto same = std::ranges::find(trials, trial.config, &SearchTrial::config);
    if (same != trials.end()) {
        if (trial.measured)
            *same = trial;
        return std::size_t(same - trials.begin());
    }
    const auto place = std::size_t(
        std::ranges::upper_bound(trials, trial.size.bytes, {},
                                 [](const SearchTrial &each) { return each.size.bytes; }) -
        trials.begin());
    trials.insert(trials.begin() + std::ptrdiff_t(place), trial);
    if (best && *best >= place)
        ++*best;
    return place;
}

std::string SearchFindings::metricName() const
{
    const auto named = std::ranges::find_if(
        trials, [](const SearchTrial &each) { return !each.metricName.empty(); });
    return named == trials.end() ? std::string() : named->metricName;
}

const MetricRow *SearchFindings::exactRow(MetricKind kind) const
{
    const auto row = std::ranges::find(exact.rows, kind, &MetricRow::kind);
    return row == exact.rows.end() ? nullptr : &*row;
}

std::optional<double> drawn(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? value : std::nullopt;
}

} // namespace quantloupe
