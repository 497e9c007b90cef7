// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_claims.h"

namespace quantloupe {

namespace {

struct Quality
{
    Tally tally;
    /// Names of the distances whose noise hides the answer.
    std::string open;
};

Quality qualityOf(const RecipeRow &row)
{
    Quality quality;
    for (const MetricKind kind : recipeDistances()) {
        const MetricRow *metric = metricOf(row, kind);
        if (!metric || !metric->delta || !metric->floatValue)
            continue;
        const Answer answer = staysWithin(*metric, kFloatQuality * *metric->floatValue);
        quality.tally.add(answer);
        if (answer == Answer::Open)
            quality.open += (quality.open.empty() ? "" : ", ") + metric->name;
    }
    return quality;
}

/// The interval of the difference, where the row has one.
std::string intervalsText(const RecipeRow &row)
{
    std::string text;
    for (const MetricKind kind : recipeDistances())
        if (const MetricRow *metric = metricOf(row, kind); metric && metric->deltaInterval)
            text += "; 95 % of the difference in " + metric->name + " lie in " +
                    shortText((*metric->deltaInterval).low) + " .. " +
                    shortText((*metric->deltaInterval).high);
    return text;
}

RecipeClaim qualityClaim(ClaimBy by, std::span<const RecipeRow> rows, std::string_view role,
                         const std::string &claim)
{
    const RecipeRow *row = rowOf(rows, role);
    const std::string distances = row ? distancesText(*row) : std::string();
    if (distances.empty())
        return {by, claim, Verdict::NotYetTestable, "No distance was measured."};
    const Quality quality = qualityOf(*row);
    std::string reason = distances + intervalsText(*row) + ". Up to " +
                         shortText(100 * kFloatQuality) +
                         " % more than float counts as its quality.";
    if (!quality.open.empty())
        reason += " By " + quality.open + " it cannot be told: the noise is larger than that.";
    return {by, claim, quality.tally.verdict(), reason};
}

} // namespace

std::vector<RecipeClaim> judgeAndreev(std::span<const RecipeRow> rows)
{
    const RecipeRow *w4a8 = rowOf(rows, kW4A8Role);
    return {qualityClaim(ClaimBy::Paper, rows, kW8A8Role,
                         "8-bit weights and 8-bit activations keep the quality of float, by "
                         "post-training quantization."),
            qualityClaim(ClaimBy::Quantloupe, rows, kW4A8Role,
                         "Without training, 4-bit weights and 8-bit activations keep the quality "
                         "of float."),
            trainingClaim("4-bit weights and 8-bit activations keep the quality of float, by "
                          "quantization-aware training.",
                          w4a8 ? distancesText(*w4a8) : std::string())};
}

} // namespace quantloupe
