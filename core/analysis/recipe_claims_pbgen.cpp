// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rank_correlation.h"
#include "analysis/recipe_claims.h"
#include "analysis/redundancy.h"

namespace quantloupe {

namespace {

/// Of fewer layers even the best order is no rare accident: 1 / 3! is more than kShownChance.
constexpr std::size_t kLeastLayers = 4;

std::string binaryText(std::span<const RecipeRow> rows, std::string_view role,
                       const std::string &what)
{
    const RecipeRow *row = rowOf(rows, role);
    const std::string distances = row ? distancesText(*row) : std::string();
    if (distances.empty())
        return {};
    return what + ": " + distances + "; the whole generator is " + shortText(row->size.ratio) +
           " times smaller";
}

/// By how much a distance rises where this layer alone is binary.
std::optional<double> riseOf(std::span<const RecipeRow> rows, const LayerInfo &layer)
{
    const RecipeRow *row = rowOf(rows, aloneRole(layer.name));
    for (const MetricKind kind : recipeDistances())
        if (const MetricRow *metric = row ? metricOf(*row, kind) : nullptr;
            metric && metric->quantized && metric->floatValue)
            return *metric->quantized - *metric->floatValue;
    return {};
}

struct Ranked
{
    std::optional<RankCorrelation> correlation;
    std::size_t layers = 0;
};

Ranked ranked(RedundancyMeasure measure, std::span<const LayerInfo> layers,
              std::span<const RecipeRow> rows)
{
    std::vector<double> values;
    std::vector<double> rises;
    for (const LayerInfo &layer : layers) {
        const std::optional<double> value = redundancy(measure, layer);
        const std::optional<double> rise = riseOf(rows, layer);
        if (!value || !rise)
            continue;
        values.push_back(*value);
        rises.push_back(*rise);
    }
    return {rankCorrelation(values, rises), values.size()};
}

Verdict verdictOf(const RankCorrelation &correlation)
{
    if (correlation.rho >= 0)
        return Verdict::DoesNotHold;
    return correlation.lowerTail <= kShownChance ? Verdict::Holds : Verdict::HoldsPartly;
}

RecipeClaim measureClaim(RedundancyMeasure measure, const Ranked &ranked)
{
    RecipeClaim claim{ClaimBy::Quantloupe,
                      "Without training, a layer with more " + std::string(name(measure)) + " (" +
                          std::string(formulaOf(measure)) + ") costs less when it alone is binary.",
                      Verdict::NotYetTestable,
                      {}};
    if (!ranked.correlation || ranked.layers < kLeastLayers) {
        claim.reason = "It takes " + std::to_string(kLeastLayers) +
                       " layers or more with different values; " + std::to_string(ranked.layers) +
                       " were measured.";
        return claim;
    }
    claim.verdict = verdictOf(*ranked.correlation);
    claim.reason = "Spearman's rank correlation with the rise is " +
                   shortText(ranked.correlation->rho) + " over " + std::to_string(ranked.layers) +
                   " layers; an order as good comes up by accident in " +
                   shortText(100 * ranked.correlation->lowerTail) + " % of cases.";
    return claim;
}

std::string correlationsText(std::span<const LayerInfo> layers, std::span<const RecipeRow> rows)
{
    std::string text;
    for (const RedundancyMeasure measure : redundancyMeasures())
        if (const auto correlation = ranked(measure, layers, rows).correlation)
            text += (text.empty() ? "rank correlations of our measures with the rise of one layer "
                                    "alone are "
                                  : ", ") +
                    shortText(correlation->rho) + " (" + std::string(name(measure)) + ")";
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
        claims.push_back(measureClaim(measure, ranked(measure, layers, rows)));
    return claims;
}

} // namespace quantloupe
