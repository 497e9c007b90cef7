// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_notes.h"

#include "metrics/bootstrap.h"

#include <algorithm>
#include <map>
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

/// By reason. What is float's to the bit has a value in its own way.
void addReasons(SensitivityReport &report)
{
    std::map<std::string, std::size_t> reasons;
    for (const SensitivityCell &cell : report.cells)
        if (!cell.value && !cell.isExact)
            ++reasons[cell.reason];
    for (const auto &[reason, count] : reasons)
        report.notes.push_back("No value in " + std::to_string(count) + " of " +
                               std::to_string(report.cells.size()) + " cells: " + reason + ".");
}

/// As distances of too few samples have it: of all values, so that it belongs to none of them.
void addSharedMark(SensitivityReport &report)
{
    const auto first = std::ranges::find_if(
        report.cells, [](const SensitivityCell &cell) { return cell.value.has_value(); });
    if (first == report.cells.end() || first->mark.empty())
        return;
    const bool isShared = std::ranges::all_of(report.cells, [&](const SensitivityCell &cell) {
        return !cell.value || cell.mark == first->mark;
    });
    if (isShared)
        report.notes.push_back("Values by " + report.metricName + " of " +
                               std::to_string(report.count) + " samples each: " + first->mark +
                               ".");
}

} // namespace

void addValueNotes(SensitivityReport &report, bool isOfNamedSamples)
{
    if (!isOfNamedSamples)
        addMissingIntervals(report);
    addSharedMark(report);
    addReasons(report);
}

} // namespace quantloupe
