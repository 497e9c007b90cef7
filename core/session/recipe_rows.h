// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/recipe_run.h"

#include <filesystem>
#include <vector>

namespace quantloupe {

/// The rows that a recipe has measured so far, on disk: one file for each, so that a stop costs no
/// more than the row in work. Damaged files count as missing. Files that cannot be written are left
/// out: the recipe goes on and can only not be resumed from there.
class RecipeRows
{
public:
    /// Those of this very request: its generator, sampling, samples, given pictures, reference and
    /// extractor by name. An empty cache folder (see cacheFolder()) keeps nothing.
    RecipeRows(const std::filesystem::path &cache, const RecipeRequest &request);

    /// As RecipeRequest::known.
    std::vector<RecipeRow> read() const;
    void keep(const RecipeRow &row) const;
    /// Forgets all of them.
    void remove() const;

private:
    std::filesystem::path fileOf(const RecipeConfiguration &configuration) const;

    RecipeRequest m_request;
    std::filesystem::path m_folder;
};

} // namespace quantloupe
