// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe_verdict.h"
#include "session/session.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace quantloupe {

struct RecipeRequest
{
    RecipeKind kind = RecipeKind::Qgan;
    /// Of every configuration; its own one is left aside.
    MetricsRequest measurement;
    /// Rows of an earlier run of the same request that was stopped: they are not measured again,
    /// unless the reference or the extractor has become another one. Their size means nothing.
    std::vector<RecipeRow> known = {};
};

/// The pictures that recipes are measured against unless the user says otherwise: those that the
/// generator was trained with, where the program draws them itself; else empty. `path` is that of
/// OpenRequest.
std::string usualRecipeReference(const std::string &path);

/// One sentence for an image-to-image network that is given no pictures; else empty.
std::string drawnInputsNote(const MetricsRequest &measurement);

struct RecipeReport
{
    RecipeKind kind = RecipeKind::Qgan;
    std::vector<RecipeRow> rows;
    std::vector<RecipeClaim> claims;
    /// See Recipe::notes, and drawnInputsNote().
    std::vector<std::string> notes;
    double seconds = 0;
};

/// Gets each row when it is measured or known, its place from 0 on and how many there will be.
using RecipeSink = std::function<void(const RecipeRow &row, std::size_t index, std::size_t count)>;

/// Measures the configurations of a recipe one after the other with Session::measure(), on the same
/// samples and against the same reference, and judges what came out. Can be stopped between them
/// and within; what was measured until then has gone to `sink`. Throws as Session::measure() and
/// recipeFor().
RecipeReport runRecipe(Session &session, const RecipeRequest &request, Lane lane,
                       const RunContext &context, const RecipeSink &sink = {});

/// How long that will take at most, from a few samples of the first configuration: later ones find
/// features and projections of the float pictures and of the reference.
MetricsEstimate estimateRecipe(Session &session, const RecipeRequest &request, Lane lane,
                               const RunContext &context);

} // namespace quantloupe
