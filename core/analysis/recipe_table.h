// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe_verdict.h"

#include <cstddef>
#include <span>
#include <variant>
#include <vector>

namespace quantloupe {

/// What a column of a recipe's table holds. The interval is that of a paired distance itself, or of
/// the difference of a distance to the reference from float's.
enum class RecipeColumnKind {
    Configuration,
    Value,
    RatioToFloat,
    Interval,
    LevelsUsed,
    CodeBits,
    Bytes,
    TimesSmaller
};

struct RecipeColumn
{
    RecipeColumnKind kind = RecipeColumnKind::Configuration;
    /// Of the measurement's rows; means nothing for columns that belong to no metric.
    std::size_t metric = 0;
    bool operator==(const RecipeColumn &) const = default;
};

/// A configuration has a line; float and the floor, which are the same in every row, have one each.
enum class RecipeLine { Float, Configuration, Floor };

/// Without a value, a number (of LevelsUsed a share 0..1), or an interval.
using RecipeCell = std::variant<std::monostate, double, MetricInterval>;

/// The columns of a table of `rows`, of which there is one at least. Intervals have one only where
/// some row has such an interval.
std::vector<RecipeColumn> recipeColumns(std::span<const RecipeRow> rows);

/// What stands in a column of a line; of Float and Floor `row` may be any. Configuration is a title
/// and has no value.
RecipeCell recipeCell(RecipeLine line, const RecipeRow &row, const RecipeColumn &column);

} // namespace quantloupe
