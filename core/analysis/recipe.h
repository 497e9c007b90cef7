// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"
#include "quant/quant_config.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// An experiment of one of the papers, done to a finished generator: nothing is trained.
enum class RecipeKind { Qgan, PbGen, Andreev };

std::span<const RecipeKind> recipeKinds();
/// "qgan", "pbgen", "andreev".
std::string_view name(RecipeKind kind);
/// Throws Error{BadInput} that lists the names.
RecipeKind parseRecipe(std::string_view text);
/// The paper, in one line.
std::string_view paperOf(RecipeKind kind);
/// What of the recipe is the paper's and what is ours, in a sentence each.
std::string_view sourceOf(RecipeKind kind);

/// One configuration of a recipe.
struct RecipeConfiguration
{
    /// The parts it plays in the experiment, each of them once in a recipe: "em-2", "all",
    /// "alone:main.3", "map-ratio:2" (the two most redundant layers by that measure), "w4a8".
    /// Several where the same configuration comes up more than once; it is measured once.
    std::vector<std::string> roles;
    /// For tables.
    std::string title;
    QuantConfig config;
};

struct Recipe
{
    RecipeKind kind = RecipeKind::Qgan;
    std::vector<RecipeConfiguration> configurations;
    /// Layers that a rule of their architecture treats in another way, a sentence for each rule.
    std::vector<std::string> notes;
};

/// A role, as text.
std::string quantizerRole(std::string_view method, int bits);
std::string aloneRole(std::string_view layer);

inline constexpr std::string_view kAllRole = "all";
inline constexpr std::string_view kAllButLastRole = "all-but-last";
inline constexpr std::string_view kW8A8Role = "w8a8";
/// Only where its rules leave a layer at 4 bits.
inline constexpr std::string_view kW4A8Role = "w4a8";
/// W4A8 without the rules.
inline constexpr std::string_view kPlainW4A8Role = "w4a8-plain";

/// The configurations of a recipe for a generator, in the order in which they are measured. Throws
/// Error{BadInput} if the generator has no layers.
Recipe recipeFor(RecipeKind kind, const GeneratorInfo &info);

} // namespace quantloupe
