// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/recipe_run.h"

#include <string>

namespace quantloupe::cli {

/// Title, distances, size and level use of every row, float first, then what the recipe's claims
/// come to.
std::string recipeText(const RecipeReport &report);
/// "3/14 EM, 2 bits: SWD 43.61, FD-avatarnet 11.09", when a row is there.
std::string recipeProgressText(const RecipeRow &row, std::size_t index, std::size_t count);

} // namespace quantloupe::cli
