// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_claims.h"

namespace quantloupe {

namespace {

/// What one distance says of float's quality, and why it says nothing; empty where it does.
struct Judgement
{
    Answer answer = Answer::Open;
    std::string obstacle;
};

/// Every mark of a Fréchet distance says that there are too few samples for its features: its
/// covariances are singular then, and what they lack hides what a configuration adds.
bool hasTooFewSamples(const MetricRow &row)
{
    return row.kind == MetricKind::Frechet && !row.mark.empty();
}

/// By how much float's distance may rise; absent where there is no floor.
std::optional<double> boundOf(const MetricRow &row)
{
    if (!row.floatValue || !row.floor)
        return {};
    return kFloatQuality * (*row.floatValue - *row.floor);
}

/// Float is as near to the reference as the reference is to itself, always so where its own
/// pictures of other latents are the reference: a share of nothing bounds nothing.
bool isAtFloor(const MetricRow &row)
{
    const std::optional<double> bound = boundOf(row);
    return bound && *bound <= 0;
}

/// Without a floor the bound is unknown, but lies between nothing and the share of the whole
/// distance: no rise at all keeps the quality, and a rise by more loses it.
Judgement judgementOf(const MetricRow &row)
{
    if (isAtFloor(row))
        return {Answer::Open, "float is no farther than the floor"};
    const std::optional<MetricInterval> rise = possibleDelta(row);
    const std::optional<double> bound = boundOf(row);
    if (rise && rise->low > bound.value_or(kFloatQuality * *row.floatValue))
        return {Answer::No, {}};
    if (hasTooFewSamples(row))
        return {Answer::Open, "there are too few samples for its features"};
    if (rise && rise->high <= bound.value_or(0))
        return {Answer::Yes, {}};
    return {Answer::Open, bound ? "the noise is larger than that" : "it has no floor"};
}

struct Quality
{
    Tally tally;
    /// A sentence for each distance that does not tell.
    std::string open;
};

Quality qualityOf(const RecipeRow &row)
{
    Quality quality;
    for (const MetricKind kind : recipeDistances()) {
        const MetricRow *metric = metricOf(row, kind);
        if (!metric || !metric->delta || !metric->floatValue)
            continue;
        const Judgement judgement = judgementOf(*metric);
        quality.tally.add(judgement.answer);
        if (judgement.answer == Answer::Open)
            quality.open +=
                " By " + metric->name + " it cannot be told: " + judgement.obstacle + ".";
    }
    return quality;
}

std::string boundsText(const RecipeRow &row)
{
    std::string text;
    for (const MetricKind kind : recipeDistances())
        if (const MetricRow *metric = metricOf(row, kind);
            metric && metric->delta && !isAtFloor(*metric))
            if (const std::optional<double> bound = boundOf(*metric))
                text += "; up to " + figures(*bound) + " more in " + metric->name +
                        " counts as float quality";
    return text;
}

/// The interval of the difference, where the row has one.
std::string intervalsText(const RecipeRow &row)
{
    std::string text;
    for (const MetricKind kind : recipeDistances())
        if (const MetricRow *metric = metricOf(row, kind); metric && metric->deltaInterval)
            text += "; 95 % of the difference in " + metric->name + " lie in " +
                    figures((*metric->deltaInterval).low) + " .. " +
                    figures((*metric->deltaInterval).high);
    return text;
}

/// What a claim is judged by.
struct Evidence
{
    /// Null where there is none.
    const RecipeRow *row = nullptr;
    /// What the row is, before its distances; may be empty.
    std::string opening = {};
    /// Why there is no row.
    std::string missing = {};
};

/// Distances of the row under what it is; empty where it has none.
std::string distancesOf(const Evidence &evidence)
{
    const std::string distances = evidence.row ? distancesText(*evidence.row) : std::string();
    return distances.empty() ? distances : evidence.opening + distances;
}

/// A row that has layers with 4-bit weights: by the rules, or where they leave none, without them.
Evidence fourBitEvidence(std::span<const RecipeRow> rows)
{
    if (const RecipeRow *row = rowOf(rows, kW4A8Role))
        return {row};
    if (const RecipeRow *row = rowOf(rows, kPlainW4A8Role))
        return {row, "W4A8 in every layer, since the rules leave no layer at 4 bits: "};
    return {nullptr, {}, rows.empty() ? noDistanceText(rows) : "No layer is left for 4 bits."};
}

RecipeClaim qualityClaim(ClaimBy by, const Evidence &evidence, const std::string &claim)
{
    if (!evidence.row)
        return {by, claim, Verdict::NotYetTestable, evidence.missing};
    const RecipeRow &row = *evidence.row;
    const std::string distances = distancesOf(evidence);
    if (distances.empty())
        return {by, claim, Verdict::NotYetTestable, noDistanceText(std::span(&row, 1))};
    const Quality quality = qualityOf(row);
    const std::string reason = distances + intervalsText(row) + boundsText(row) +
                               ". The bound is " + figures(100 * kFloatQuality) +
                               " % of what float's distance lies above the floor." + quality.open;
    return {by, claim, quality.tally.verdict(), reason};
}

} // namespace

std::vector<RecipeClaim> judgeAndreev(std::span<const RecipeRow> rows)
{
    const Evidence eightBits{rowOf(rows, kW8A8Role), {}, noDistanceText({})};
    const Evidence fourBits = fourBitEvidence(rows);
    return {qualityClaim(ClaimBy::Paper, eightBits,
                         "8-bit weights and 8-bit activations keep the quality of float, by "
                         "post-training quantization."),
            qualityClaim(ClaimBy::Quantloupe, fourBits,
                         "Without training, 4-bit weights and 8-bit activations keep the quality "
                         "of float."),
            trainingClaim("4-bit weights and 8-bit activations keep the quality of float, by "
                          "quantization-aware training.",
                          distancesOf(fourBits))};
}

} // namespace quantloupe
