// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_verdict.h"

#include "analysis/recipe_claims.h"
#include "base/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quantloupe {

const RecipeRow *rowOf(std::span<const RecipeRow> rows, std::string_view role)
{
    for (const RecipeRow &row : rows)
        if (std::ranges::find(row.configuration.roles, role) != row.configuration.roles.end())
            return &row;
    return nullptr;
}

const MetricRow *metricOf(const RecipeRow &row, MetricKind kind)
{
    const auto found = std::ranges::find(row.report.rows, kind, &MetricRow::kind);
    return found == row.report.rows.end() ? nullptr : &*found;
}

std::optional<double> ratioToFloat(const MetricRow &row)
{
    if (!row.quantized || !row.floatValue || *row.floatValue == 0)
        return {};
    return *row.quantized / *row.floatValue;
}

std::string_view name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return "holds";
    case Verdict::HoldsPartly:
        return "holds partly";
    case Verdict::DoesNotHold:
        return "does not hold here";
    case Verdict::NotYetTestable:
        break;
    }
    return "not yet testable";
}

std::string_view name(ClaimBy by)
{
    return by == ClaimBy::Paper ? "paper" : "quantloupe";
}

std::span<const MetricKind> recipeDistances()
{
    static constexpr std::array kDistances = {MetricKind::SlicedWasserstein, MetricKind::Frechet};
    return kDistances;
}

std::optional<MetricInterval> possibleDelta(const MetricRow &row)
{
    if (row.deltaInterval)
        return *row.deltaInterval;
    if (!row.delta || !row.floor)
        return {};
    return MetricInterval{*row.delta - *row.floor, *row.delta + *row.floor};
}

Answer isNearer(const MetricRow &row, const MetricRow &other)
{
    if (!row.deltaInterval || !other.deltaInterval) {
        if (!row.floor)
            return Answer::Open;
        const double less = *other.quantized - *row.quantized;
        if (std::fabs(less) <= *row.floor)
            return Answer::Open;
        return less > 0 ? Answer::Yes : Answer::No;
    }
    if ((*row.deltaInterval).high < (*other.deltaInterval).low)
        return Answer::Yes;
    return (*row.deltaInterval).low > (*other.deltaInterval).high ? Answer::No : Answer::Open;
}

void Tally::add(Answer answer)
{
    switch (answer) {
    case Answer::Yes:
        ++m_yes;
        break;
    case Answer::No:
        ++m_no;
        break;
    case Answer::Open:
        ++m_open;
        break;
    }
}

Verdict Tally::verdict() const
{
    const int decided = m_yes + m_no;
    if (decided == 0 || m_open > decided)
        return Verdict::NotYetTestable;
    if (m_no == 0)
        return Verdict::Holds;
    return m_yes == 0 ? Verdict::DoesNotHold : Verdict::HoldsPartly;
}

RecipeClaim trainingClaim(std::string claim, std::string beside)
{
    return {ClaimBy::Paper, std::move(claim), Verdict::NotYetTestable,
            "It is about training with quantized weights, which does not exist here yet." +
                (beside.empty() ? std::string() : " Without training: " + std::move(beside) + ".")};
}

std::string figures(double value)
{
    return shortText(value, 4);
}

std::string distancesText(const RecipeRow &row)
{
    std::string text;
    for (const MetricKind kind : recipeDistances()) {
        const MetricRow *metric = metricOf(row, kind);
        if (!metric || !metric->quantized || !metric->floatValue)
            continue;
        text += (text.empty() ? "" : "; ") + metric->name + " " + figures(*metric->quantized) +
                " against " + figures(*metric->floatValue) + " of float";
        if (const auto ratio = ratioToFloat(*metric))
            text += ", " + figures(*ratio) + " times as much";
    }
    return text;
}

std::string noDistanceText(std::span<const RecipeRow> rows)
{
    for (const RecipeRow &row : rows)
        for (const MetricKind kind : recipeDistances())
            if (const MetricRow *metric = metricOf(row, kind);
                metric && metric->quantized && !metric->floatValue)
                return "Float has no distance to the reference.";
    return "No distance was measured.";
}

namespace {

std::vector<RecipeClaim> claimsOf(RecipeKind kind, std::span<const LayerInfo> layers,
                                  std::span<const RecipeRow> rows)
{
    switch (kind) {
    case RecipeKind::Qgan:
        return judgeQgan(rows);
    case RecipeKind::PbGen:
        return judgePbGen(layers, rows);
    case RecipeKind::Andreev:
        break;
    }
    return judgeAndreev(rows);
}

/// What a network makes of drawn inputs says nothing about what it makes of pictures.
void leaveUnjudged(std::vector<RecipeClaim> &claims)
{
    for (RecipeClaim &claim : claims) {
        if (claim.verdict == Verdict::NotYetTestable)
            continue;
        claim.verdict = Verdict::NotYetTestable;
        claim.reason = "The inputs were drawn, not pictures.";
    }
}

} // namespace

std::vector<RecipeClaim> judge(RecipeKind kind, std::span<const LayerInfo> layers,
                               std::span<const RecipeRow> rows)
{
    std::vector<RecipeClaim> claims = claimsOf(kind, layers, rows);
    const bool wereDrawn = std::ranges::any_of(rows, [](const RecipeRow &row) {
        return row.report.inputs == MetricInputs::DrawnPictures;
    });
    if (wereDrawn)
        leaveUnjudged(claims);
    return claims;
}

} // namespace quantloupe
