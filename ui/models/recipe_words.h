// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe_table.h"

#include <QString>

namespace quantloupe {

/// "QGAN": a name, the same in every language.
QString recipeName(RecipeKind kind);
/// Of a configuration, for tables.
QString recipeTitle(const RecipeConfiguration &configuration);
/// Of a column; a metric's row says what it measures.
QString recipeColumnTitle(const RecipeColumn &column, const MetricsReport &report);
/// What the column means, in a sentence or two.
QString recipeColumnExplanation(const RecipeColumn &column, const MetricsReport &report);
/// A cell as it is read; a dash for none.
QString recipeCellText(const RecipeCell &cell, RecipeColumnKind kind);

QString verdictName(Verdict verdict);
/// "the paper's claim", "our question".
QString claimByText(ClaimBy by);
/// RecipeClaim::reason in the user's language.
QString recipeReason(const std::string &reason);
/// All that is said about a recipe's rows: claims with verdict and reason, notes, and what the
/// numbers depend on. HTML.
QString recipeVerdictHtml(RecipeKind kind, const std::vector<RecipeClaim> &claims,
                          const std::vector<std::string> &notes, const MetricsReport &report);
/// The same before there are claims: what of the recipe is the paper's.
QString recipeSourceHtml(RecipeKind kind);

} // namespace quantloupe
