// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rank_correlation.h"
#include "analysis/recipe_claims.h"
#include "analysis/redundancy.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Of fewer layers even the best order is no rare accident: 1 / 3! is more than kShownChance.
constexpr std::size_t kLeastLayers = 4;
/// A correlation this close to zero is zero but for rounding.
constexpr double kNoCorrelation = 1e-9;

std::string binaryText(std::span<const RecipeRow> rows, std::string_view role,
                       const std::string &what)
{
    const RecipeRow *row = rowOf(rows, role);
    const std::string distances = row ? distancesText(*row) : std::string();
    if (distances.empty())
        return {};
    return what + ": " + distances + "; the whole generator is " + figures(row->size.ratio) +
           " times smaller";
}

/// What a distance says of a measure's order of the layers.
struct Ranked
{
    /// Of measure and rise of the distance; absent where one of them is the same throughout.
    std::optional<RankCorrelation> correlation;
    /// That have a measure and a distance.
    std::size_t layers = 0;
    /// See mostApart().
    std::size_t apart = 0;
};

/// The distance where this layer alone is binary; null where it or float's was not measured.
const MetricRow *aloneOf(std::span<const RecipeRow> rows, const LayerInfo &layer, MetricKind kind)
{
    const RecipeRow *row = rowOf(rows, aloneRole(layer.name));
    const MetricRow *metric = row ? metricOf(*row, kind) : nullptr;
    return metric && metric->quantized && metric->floatValue ? metric : nullptr;
}

/// The most of these distances that stand in a chain in which each is nearer than the next by more
/// than noise; so many layers have an order that can be told.
std::size_t mostApart(std::vector<const MetricRow *> metrics)
{
    std::ranges::sort(metrics, {}, [](const MetricRow *metric) { return *metric->quantized; });
    std::vector<std::size_t> chains(metrics.size(), 1);
    for (std::size_t last = 0; last < metrics.size(); ++last)
        for (std::size_t before = 0; before < last; ++before)
            if (isNearer(*metrics[before], *metrics[last]) == Answer::Yes)
                chains[last] = std::max(chains[last], chains[before] + 1);
    return chains.empty() ? 0 : std::ranges::max(chains);
}

Ranked ranked(RedundancyMeasure measure, std::span<const LayerInfo> layers,
              std::span<const RecipeRow> rows, MetricKind kind)
{
    std::vector<double> values;
    std::vector<double> rises;
    std::vector<const MetricRow *> metrics;
    for (const LayerInfo &layer : layers) {
        const std::optional<double> value = redundancy(measure, layer);
        const MetricRow *metric = aloneOf(rows, layer, kind);
        if (!value || !metric)
            continue;
        values.push_back(*value);
        rises.push_back(*metric->quantized - *metric->floatValue);
        metrics.push_back(metric);
    }
    return {rankCorrelation(values, rises), values.size(), mostApart(std::move(metrics))};
}

bool canBeRanked(const Ranked &ranked)
{
    return ranked.correlation && ranked.layers >= kLeastLayers;
}

/// Yes for an order that accident seldom brings, which noise does not bring more often. No where
/// there is nothing of the order: these are all layers of the generator, not a draw of them. What
/// lies between may be either, and so may all where noise hides how the layers follow each other.
Answer answerOf(const Ranked &ranked)
{
    if (!canBeRanked(ranked) || ranked.apart < kLeastLayers)
        return Answer::Open;
    if (ranked.correlation->rho > -kNoCorrelation)
        return Answer::No;
    return ranked.correlation->lowerTail <= kShownChance ? Answer::Yes : Answer::Open;
}

std::string rankedText(const Ranked &ranked)
{
    const std::string layers = std::to_string(ranked.layers) + " layers";
    if (!canBeRanked(ranked))
        return "no rank correlation over " + layers;
    return "Spearman's rank correlation with the rise is " + figures(ranked.correlation->rho) +
           " over " + layers + ", of which " + std::to_string(ranked.apart) +
           " are apart by more than noise (it takes " + std::to_string(kLeastLayers) +
           "), and an order as good comes up by accident in " +
           figures(100 * ranked.correlation->lowerTail) + " % of cases";
}

/// As the rows name it.
std::string nameOf(std::span<const RecipeRow> rows, MetricKind kind)
{
    for (const RecipeRow &row : rows)
        if (const MetricRow *metric = metricOf(row, kind))
            return metric->name;
    return {};
}

RecipeClaim measureClaim(RedundancyMeasure measure, std::span<const LayerInfo> layers,
                         std::span<const RecipeRow> rows)
{
    Tally tally;
    std::string text;
    std::size_t most = 0;
    bool isRanked = false;
    for (const MetricKind kind : recipeDistances()) {
        const Ranked by = ranked(measure, layers, rows, kind);
        if (by.layers == 0)
            continue;
        tally.add(answerOf(by));
        text += (text.empty() ? "" : "; ") + nameOf(rows, kind) + ": " + rankedText(by);
        most = std::max(most, by.layers);
        isRanked = isRanked || canBeRanked(by);
    }
    const std::string claim = "Without training, a layer with more " + std::string(name(measure)) +
                              " (" + std::string(formulaOf(measure)) +
                              ") costs less when it alone is binary.";
    if (!isRanked)
        return {ClaimBy::Quantloupe, claim, Verdict::NotYetTestable,
                "It takes " + std::to_string(kLeastLayers) +
                    " layers or more with different values; " + std::to_string(most) +
                    " were measured."};
    return {ClaimBy::Quantloupe, claim, tally.verdict(), text + "."};
}

std::string correlationsText(std::span<const LayerInfo> layers, std::span<const RecipeRow> rows)
{
    std::string text;
    for (const MetricKind kind : recipeDistances()) {
        std::string correlations;
        for (const RedundancyMeasure measure : redundancyMeasures())
            if (const auto correlation = ranked(measure, layers, rows, kind).correlation)
                correlations += (correlations.empty() ? "" : ", ") + figures(correlation->rho) +
                                " (" + std::string(name(measure)) + ")";
        if (!correlations.empty())
            text += (text.empty() ? "" : "; ") + nameOf(rows, kind) +
                    ": rank correlations of our measures with the rise of one layer alone are " +
                    correlations;
    }
    return text;
}

} // namespace

std::vector<RecipeClaim> judgePbGen(std::span<const LayerInfo> layers,
                                    std::span<const RecipeRow> rows)
{
    std::vector<RecipeClaim> claims = {
        trainingClaim("With all layers binary, SWD grows to 2.83 times that of float.",
                      binaryText(rows, kAllRole, "all layers binary")),
        trainingClaim("With chosen layers binary, the generator keeps its quality at 25.81 times "
                      "less memory.",
                      binaryText(rows, kAllButLastRole, "all layers but the last binary")),
        trainingClaim("The dimensions of a deconvolution tell which layers can be binary.",
                      correlationsText(layers, rows)),
        trainingClaim("Generator and discriminator should be made binary together.", {}),
        {ClaimBy::Paper, "Binary layers make inference 1.96 and training 1.32 times faster.",
         Verdict::NotYetTestable,
         "Binary layers are computed as float ones here, and training with them does not exist "
         "yet."}};
    for (const RedundancyMeasure measure : redundancyMeasures())
        claims.push_back(measureClaim(measure, layers, rows));
    return claims;
}

} // namespace quantloupe
