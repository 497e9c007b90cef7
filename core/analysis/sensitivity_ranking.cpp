// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sensitivity_ranking.h"

#include "analysis/student_interval.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace quantloupe {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A cell without its repeat.
using Place = std::tuple<std::string, SensitivitySite, SensitivityMode, int>;
using Group = std::tuple<SensitivitySite, SensitivityMode, int>;

using Repeats = std::vector<const SensitivityCell *>;

/// Places in the order of their first cells.
std::vector<Repeats> byPlace(std::span<const SensitivityCell> cells)
{
    std::map<Place, std::size_t> known;
    std::vector<Repeats> places;
    for (const SensitivityCell &cell : cells) {
        const Place place{cell.layer, cell.site, cell.mode, cell.bits};
        const auto [found, isNew] = known.emplace(place, places.size());
        if (isNew)
            places.emplace_back();
        places[found->second].push_back(&cell);
    }
    return places;
}

std::vector<double> valuesOf(const Repeats &repeats)
{
    std::vector<double> values;
    for (const SensitivityCell *cell : repeats)
        if (cell->value)
            values.push_back(*cell->value);
    return values;
}

double meanOf(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

SensitivityMean meanOf(const Repeats &repeats)
{
    const SensitivityCell &first = *repeats.front();
    SensitivityMean mean;
    mean.key = first.key;
    mean.layer = first.layer;
    mean.site = first.site;
    mean.mode = first.mode;
    mean.bits = first.bits;
    mean.spec = first.spec;
    mean.repeats = static_cast<int>(repeats.size());
    mean.isExact = std::ranges::all_of(repeats, &SensitivityCell::isExact);
    const auto missing =
        std::ranges::find_if(repeats, [](const SensitivityCell *cell) { return !cell->value; });
    if (missing != repeats.end()) {
        mean.reason = (*missing)->reason;
        return mean;
    }
    const std::vector<double> values = valuesOf(repeats);
    mean.value = meanOf(values);
    mean.interval = values.size() > 1 ? studentInterval(values) : first.interval;
    if (first.floatValue) {
        double sum = 0;
        for (const SensitivityCell *cell : repeats)
            sum += cell->floatValue.value_or(0);
        mean.floatValue = sum / static_cast<double>(repeats.size());
    }
    return mean;
}

/// A candidate for a ranking; `quality` is larger where the output is better.
struct Candidate
{
    Repeats repeats;
    SensitivityMean mean;
    double quality = 0;
    /// Where the value may lie; absent where nothing tells.
    std::optional<MetricInterval> reach = {};
};

double qualityOf(const Repeats &repeats, const SensitivityMean &mean, MetricKind metric)
{
    if (mean.value)
        return largerIsBetter(metric) ? *mean.value : -*mean.value;
    const bool lacksErrors = std::ranges::all_of(repeats, [](const SensitivityCell *cell) {
        return cell->value || cell->isExact || cell->isIdentical;
    });
    return lacksErrors ? kInfinity : -kInfinity;
}

bool overlap(const MetricInterval &a, const MetricInterval &b)
{
    return a.low <= b.high && b.low <= a.high;
}

bool tie(const Candidate &a, const Candidate &b)
{
    if (!a.mean.value || !b.mean.value)
        return a.quality == b.quality;
    if (*a.mean.value == *b.mean.value)
        return true;
    const std::size_t common = std::min(a.repeats.size(), b.repeats.size());
    std::vector<double> differences;
    for (std::size_t i = 0; i < common; ++i)
        differences.push_back(*a.repeats[i]->value - *b.repeats[i]->value);
    if (const auto interval = studentInterval(differences))
        return interval->low <= 0 && interval->high >= 0;
    return !a.reach || !b.reach || overlap(*a.reach, *b.reach);
}

Candidate candidateOf(const Repeats &repeats, MetricKind metric, const IsCertain &isCertain)
{
    Candidate candidate{repeats, meanOf(repeats)};
    const SensitivityMean &mean = candidate.mean;
    candidate.quality = qualityOf(repeats, mean, metric);
    candidate.reach = mean.interval;
    const bool isPoint =
        isCertain &&
        std::ranges::all_of(repeats, [&](const SensitivityCell *cell) { return isCertain(*cell); });
    if (mean.value && !mean.interval && isPoint)
        candidate.reach = {*mean.value, *mean.value};
    return candidate;
}

SensitivityRanking rankingOf(const Group &group, std::vector<Candidate> candidates)
{
    const auto &[site, mode, bits] = group;
    // Alone the worst output comes first, left out the best.
    const double sign = mode == SensitivityMode::Alone ? 1 : -1;
    std::ranges::stable_sort(candidates, {},
                             [&](const Candidate &each) { return sign * each.quality; });
    SensitivityRanking ranking{site, mode, bits, {}};
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const SensitivityMean &mean = candidates[i].mean;
        const bool ties = i + 1 < candidates.size() && tie(candidates[i], candidates[i + 1]);
        ranking.layers.push_back(
            {mean.layer, mean.value, mean.interval, -sign * candidates[i].quality, ties});
    }
    return ranking;
}

RedundancyMatch matchOf(const SensitivityRanking &ranking, std::span<const LayerInfo> layers,
                        const std::vector<std::optional<double>> &measures)
{
    std::vector<double> redundancies;
    std::vector<double> sensitivities;
    for (const RankedLayer &ranked : ranking.layers) {
        const auto layer =
            std::ranges::find(layers, ranked.layer, &LayerInfo::name) - layers.begin();
        const auto &measure = measures.at(static_cast<std::size_t>(layer));
        if (!measure)
            continue;
        redundancies.push_back(*measure);
        sensitivities.push_back(ranked.sensitivity);
    }
    return {ranking.site, ranking.mode, ranking.bits, rankCorrelation(redundancies, sensitivities)};
}

} // namespace

std::vector<SensitivityMean> meansOf(std::span<const SensitivityCell> cells)
{
    std::vector<SensitivityMean> means;
    for (const Repeats &repeats : byPlace(cells))
        means.push_back(meanOf(repeats));
    return means;
}

std::vector<SensitivityRanking> rankingsOf(std::span<const SensitivityCell> cells,
                                           MetricKind metric, const IsCertain &isCertain)
{
    std::vector<std::pair<Group, std::vector<Candidate>>> groups;
    for (const Repeats &repeats : byPlace(cells)) {
        Candidate candidate = candidateOf(repeats, metric, isCertain);
        const Group group{candidate.mean.site, candidate.mean.mode, candidate.mean.bits};
        auto found = std::ranges::find(groups, group, [](const auto &each) { return each.first; });
        if (found == groups.end())
            found = groups.insert(found, {group, {}});
        found->second.push_back(std::move(candidate));
    }
    std::vector<SensitivityRanking> rankings;
    for (auto &[group, candidates] : groups)
        rankings.push_back(rankingOf(group, std::move(candidates)));
    return rankings;
}

bool areSettled(std::span<const SensitivityRanking> rankings)
{
    return std::ranges::none_of(rankings, [](const SensitivityRanking &ranking) {
        return std::ranges::any_of(ranking.layers, &RankedLayer::tiesWithNext);
    });
}

std::vector<RedundancyColumn> redundancyColumns(std::span<const LayerInfo> layers,
                                                std::span<const SensitivityRanking> rankings)
{
    std::vector<RedundancyColumn> columns;
    for (const RedundancyMeasure measure : redundancyMeasures()) {
        RedundancyColumn column{measure, {}, {}};
        for (const LayerInfo &layer : layers)
            column.values.push_back(redundancy(measure, layer));
        for (const SensitivityRanking &ranking : rankings)
            column.matches.push_back(matchOf(ranking, layers, column.values));
        columns.push_back(std::move(column));
    }
    return columns;
}

SketchAccuracy accuracyOf(std::span<const SensitivityMean> means)
{
    std::vector<double> predicted;
    std::vector<double> measured;
    double error = 0;
    std::set<CellKey> counted;
    for (const SensitivityMean &mean : means) {
        if (!mean.predicted || !mean.value)
            continue;
        if (!mean.key.empty() && !counted.insert(mean.key).second)
            continue;
        predicted.push_back(*mean.predicted);
        measured.push_back(*mean.value);
        error += std::abs(*mean.predicted - *mean.value);
    }
    SketchAccuracy accuracy;
    accuracy.cells = predicted.size();
    if (const auto correlation = rankCorrelation(predicted, measured))
        accuracy.spearman = correlation->rho;
    if (!predicted.empty())
        accuracy.meanError = error / static_cast<double>(predicted.size());
    return accuracy;
}

} // namespace quantloupe
