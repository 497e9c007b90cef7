// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe_verdict.h"

#include <nlohmann/json_fwd.hpp>

namespace quantloupe {

/// One entry of `reproduce`'s `rows[]` (CLI.md): the configuration with its parts in the recipe,
/// its size and level use, and the measurement as metricsJson().
nlohmann::ordered_json recipeRowJson(const RecipeRow &row);
/// Its `verdict`: an array of claims.
nlohmann::ordered_json claimsJson(std::span<const RecipeClaim> claims);

} // namespace quantloupe
