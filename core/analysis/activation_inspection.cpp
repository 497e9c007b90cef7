// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/activation_inspection.h"

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kMostBins = 120;

/// Bins of `seen` that hold values, exact zeros aside, several of them together.
Histogram shownPart(const ActivationHistogram &seen)
{
    std::vector<std::int64_t> bins = seen.bins();
    bins[ActivationHistogram::kBins / 2] = seen.inexact(ActivationHistogram::kBins / 2);
    const auto isUsed = [](std::int64_t count) { return count > 0; };
    const auto first = std::find_if(bins.begin(), bins.end(), isUsed);
    if (first == bins.end())
        return {};
    const auto last = std::find_if(bins.rbegin(), bins.rend(), isUsed).base();
    const auto used = static_cast<int>(last - first);
    const int together = (used + kMostBins - 1) / kMostBins;
    const int count = (used + together - 1) / together;
    const auto begin = static_cast<int>(first - bins.begin());
    Histogram histogram;
    histogram.low = seen.edge(begin);
    histogram.high = seen.edge(begin + count * together);
    histogram.counts.assign(static_cast<std::size_t>(count), 0);
    for (int i = 0; i < used; ++i)
        histogram.counts[static_cast<std::size_t>(i / together)] +=
            bins[static_cast<std::size_t>(begin + i)];
    return histogram;
}

std::vector<double> levelsOf(const ActivationRange &range)
{
    std::vector<double> levels;
    if (range.quantMax - range.quantMin >= ActivationInspection::kMostLevels)
        return levels;
    for (std::int32_t code = range.quantMin; code <= range.quantMax; ++code)
        levels.push_back(static_cast<double>(range.scale) * (code - range.zeroPoint));
    return levels;
}

} // namespace

ActivationInspection inspectActivation(const ActivationHistogram &seen, const ActivationSpec &spec,
                                       const std::optional<ActivationRange> &range)
{
    ActivationInspection shown;
    shown.spec = spec;
    shown.values = seen.count();
    shown.nonFinite = seen.nonFinite();
    shown.minimum = seen.minimum();
    shown.maximum = seen.maximum();
    if (seen.isEmpty()) {
        shown.absence = Absence::InputNotFinite;
        return shown;
    }
    shown.zeros = static_cast<double>(seen.zeros()) / static_cast<double>(seen.count());
    shown.histogram = shownPart(seen);
    if (range) {
        shown.range = range;
        shown.levels = levelsOf(*shown.range);
    }
    return shown;
}

} // namespace quantloupe
