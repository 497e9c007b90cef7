// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe_verdict.h"

#include <QString>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

/// Rows of recipes that nobody measured, and what is said of them.
namespace made_up_rows {

using namespace quantloupe;

inline constexpr double kFloat = 10;
/// By which two sets of the reference differ.
inline constexpr double kFloor = 0.4;
/// What the claim about them says.
inline constexpr std::string_view kEightBits = "8-bit weights";

inline MetricRow distance(MetricKind kind, double quantized)
{
    MetricRow row;
    row.kind = kind;
    row.name = kind == MetricKind::Frechet ? "FD-made-up" : "SWD";
    row.floatValue = Measured<double>::of(kFloat);
    row.quantized = Measured<double>::of(quantized);
    row.delta = Measured<double>::of(quantized - kFloat);
    row.deltaInterval = Measured<MetricInterval>::missing("made up");
    row.floor = Measured<double>::of(kFloor);
    return row;
}

inline MetricRow withInterval(MetricRow row, double low, double high)
{
    row.deltaInterval = Measured<MetricInterval>::of({low, high});
    return row;
}

inline RecipeRow rowFor(const std::string &role, std::vector<MetricRow> metrics, double entropy = 1)
{
    RecipeRow row;
    row.configuration.roles = {role};
    row.size.ratio = 27.5;
    row.levels = LevelUse{1, entropy};
    row.report.rows = std::move(metrics);
    return row;
}

inline RecipeRow swdRow(const std::string &role, double quantized, double entropy = 1)
{
    return rowFor(role, {distance(MetricKind::SlicedWasserstein, quantized)}, entropy);
}

/// The claims that hold these words; there is one.
inline RecipeClaim claimOf(const std::vector<RecipeClaim> &claims, std::string_view words)
{
    std::vector<RecipeClaim> found;
    std::ranges::copy_if(claims, std::back_inserter(found), [&](const RecipeClaim &claim) {
        return claim.claim.find(words) != std::string::npos;
    });
    return found.size() == 1 ? found.front() : RecipeClaim{{}, "no or several such claims", {}, {}};
}

inline QString verdictOf(const std::vector<RecipeClaim> &claims, std::string_view words)
{
    const RecipeClaim claim = claimOf(claims, words);
    return claim.claim.starts_with("no or several")
               ? QString::fromStdString(claim.claim)
               : QString::fromUtf8(name(claim.verdict).data(),
                                   qsizetype(name(claim.verdict).size()));
}

inline bool says(const std::vector<RecipeClaim> &claims, std::string_view words,
                 std::string_view part)
{
    return claimOf(claims, words).reason.find(part) != std::string::npos;
}

} // namespace made_up_rows
