// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_claims.h"

namespace quantloupe {

namespace {

enum class Quality { Kept, Lost, Open };

/// By the interval of the difference to float where there is one: its ends lie on the same side of
/// the bound, or the question is open.
Quality qualityBy(const MetricRow &row)
{
    const double bound = kFloatQuality * *row.floatValue;
    const double low = row.deltaInterval ? (*row.deltaInterval).low : *row.delta;
    const double high = row.deltaInterval ? (*row.deltaInterval).high : *row.delta;
    if (high <= bound)
        return Quality::Kept;
    return low > bound ? Quality::Lost : Quality::Open;
}

Verdict verdictOf(const RecipeRow *row)
{
    int measured = 0;
    int kept = 0;
    int lost = 0;
    for (const MetricKind kind : recipeDistances()) {
        const MetricRow *metric = row ? metricOf(*row, kind) : nullptr;
        if (!metric || !metric->delta || !metric->floatValue)
            continue;
        const Quality quality = qualityBy(*metric);
        ++measured;
        kept += quality == Quality::Kept ? 1 : 0;
        lost += quality == Quality::Lost ? 1 : 0;
    }
    if (measured == 0)
        return Verdict::NotYetTestable;
    if (kept == measured)
        return Verdict::Holds;
    return lost == measured ? Verdict::DoesNotHold : Verdict::HoldsPartly;
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

RecipeClaim qualityClaim(std::span<const RecipeRow> rows, std::string_view role,
                         const std::string &claim)
{
    const RecipeRow *row = rowOf(rows, role);
    const std::string distances = row ? distancesText(*row) : std::string();
    return {ClaimBy::Paper, claim, verdictOf(row),
            distances.empty()
                ? "No distance was measured."
                : distances + intervalsText(*row) + ". Up to " + shortText(100 * kFloatQuality) +
                      " % more than float counts as its quality."};
}

} // namespace

std::vector<RecipeClaim> judgeAndreev(std::span<const RecipeRow> rows)
{
    const RecipeRow *w4a8 = rowOf(rows, kW4A8Role);
    return {qualityClaim(rows, kW8A8Role,
                         "8-bit weights and 8-bit activations keep the quality of float, by "
                         "post-training quantization."),
            qualityClaim(rows, kW4A8Role,
                         "4-bit weights and 8-bit activations keep the quality of float, by "
                         "post-training quantization."),
            trainingClaim("4-bit weights and 8-bit activations keep the quality of float, by "
                          "quantization-aware training.",
                          w4a8 ? distancesText(*w4a8) : std::string())};
}

} // namespace quantloupe
