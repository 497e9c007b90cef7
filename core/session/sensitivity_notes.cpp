// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_notes.h"

#include "metrics/bootstrap.h"

#include <algorithm>
#include <string>

namespace quantloupe {

namespace {

/// One of the rankings puts a value before another.
bool comparesValues(const SensitivityReport &report)
{
    return std::ranges::any_of(report.rankings, [](const SensitivityRanking &ranking) {
        return std::ranges::count_if(ranking.layers, [](const RankedLayer &layer) {
                   return layer.value.has_value();
               }) > 1;
    });
}

bool hasIntervals(const SensitivityReport &report)
{
    return std::ranges::any_of(
        report.means, [](const SensitivityMean &mean) { return mean.interval.has_value(); });
}

void addMissingIntervals(SensitivityReport &report)
{
    if (report.repeats > 1 || hasIntervals(report) || !comparesValues(report))
        return;
    if (isPaired(report.metric) && !bootstrapObstacle(report.count).empty())
        report.notes.push_back("Fewer than " + std::to_string(kFewestResampled) +
                               " samples give values without intervals, so that no ranks are told "
                               "apart; measure more samples, or two repeats or more.");
    else
        report.notes.push_back("Values by " + report.metricName +
                               " have no intervals within one repeat, so that no ranks are told "
                               "apart; measure two repeats or more.");
}

} // namespace

void addValueNotes(SensitivityReport &report, bool isOfNamedSamples)
{
    if (!isOfNamedSamples)
        addMissingIntervals(report);
}

} // namespace quantloupe
