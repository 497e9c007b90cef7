// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sensitivity_findings.h"

#include "analysis/sensitivity_ranking.h"

#include <algorithm>
#include <functional>

namespace quantloupe {

namespace {

template <typename Value> void addOnce(std::vector<Value> &values, const Value &value)
{
    if (std::ranges::find(values, value) == values.end())
        values.push_back(value);
}

/// Null for a cell that the sweep does not have any more.
SensitivitySpot *spotOf(SensitivityFindings &findings, const std::string &layer, int bits)
{
    const auto column = std::ranges::find(findings.layers, layer) - findings.layers.begin();
    const auto row = std::ranges::find(findings.bits, bits) - findings.bits.begin();
    if (column == std::ssize(findings.layers) || row == std::ssize(findings.bits))
        return nullptr;
    return &findings.spots[std::size_t(row) * findings.layers.size() + std::size_t(column)];
}

void addPlaces(SensitivityFindings &findings, const SensitivityOutline &outline)
{
    for (const SensitivityOutline::Place &place : outline.places) {
        addOnce(findings.layers, place.layer);
        addOnce(findings.bits, place.bits);
    }
    std::ranges::reverse(findings.layers);
    std::ranges::sort(findings.bits, std::ranges::greater());
    findings.spots.resize(findings.layers.size() * findings.bits.size());
    for (const SensitivityOutline::Place &place : outline.places) {
        SensitivitySpot &spot = *spotOf(findings, place.layer, place.bits);
        spot.isWanted = true;
        spot.spec = place.spec;
    }
}

/// As if a prediction had been measured.
SensitivityCell cellOf(const SensitivityMean &predicted)
{
    SensitivityCell cell;
    cell.layer = predicted.layer;
    cell.site = predicted.site;
    cell.mode = predicted.mode;
    cell.bits = predicted.bits;
    cell.spec = predicted.spec;
    cell.value = predicted.predicted;
    return cell;
}

void addRankings(SensitivityFindings &findings, std::span<const SensitivityCell> cells,
                 std::span<const SensitivityMean> predicted, bool isOfNamedSamples)
{
    std::vector<SensitivityCell> known(cells.begin(), cells.end());
    for (const SensitivityMean &mean : predicted)
        if (const auto *spot = spotOf(findings, mean.layer, mean.bits); spot && spot->isPredicted())
            known.push_back(cellOf(mean));
    const auto isCertain = [&](const SensitivityCell &cell) {
        // A prediction is measured on no samples.
        return isOfNamedSamples || cell.n == 0;
    };
    const std::vector<SensitivityRanking> all = rankingsOf(known, findings.metric, isCertain);
    for (const int bits : findings.bits) {
        const auto found = std::ranges::find(all, bits, &SensitivityRanking::bits);
        findings.rankings.push_back(found == all.end() ? SensitivityRanking() : *found);
        findings.rankings.back().bits = bits;
    }
}

} // namespace

std::optional<double> SensitivitySpot::value() const
{
    return mean ? mean->value : predicted;
}

bool SensitivityFindings::hasValues() const
{
    return std::ranges::any_of(spots, &SensitivitySpot::isKnown);
}

bool SensitivityOutline::contains(const std::string &layer, int bits) const
{
    return std::ranges::any_of(
        places, [&](const Place &place) { return place.layer == layer && place.bits == bits; });
}

SensitivityFindings findingsOf(const SensitivityOutline &outline,
                               std::span<const SensitivityCell> cells,
                               std::span<const SensitivityMean> predicted)
{
    SensitivityFindings findings;
    findings.metric = outline.metric;
    findings.site = outline.site;
    findings.mode = outline.mode;
    addPlaces(findings, outline);
    if (!cells.empty())
        findings.metricName = cells.front().metricName;
    for (const SensitivityMean &mean : meansOf(cells))
        if (SensitivitySpot *spot = spotOf(findings, mean.layer, mean.bits))
            spot->mean = mean;
    for (const SensitivityMean &mean : predicted)
        if (SensitivitySpot *spot = spotOf(findings, mean.layer, mean.bits))
            spot->predicted = mean.predicted;
    addRankings(findings, cells, predicted, outline.isOfNamedSamples);
    return findings;
}

std::size_t leadersOf(const SensitivityRanking &ranking)
{
    std::size_t count = 1;
    while (count < ranking.layers.size() && ranking.layers[count - 1].tiesWithNext)
        ++count;
    return count;
}

} // namespace quantloupe
