// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/module_items.h"
#include "model/sequential_chain.h"

#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// A table with a row of values for each class, which join the latent.
struct LabelEmbedding
{
    ModuleItem item;

    std::int64_t classes() const { return item.shape.at(0); }
    std::int64_t width() const { return item.shape.at(1); }
    /// How its rows could join what a chain begins with, commonest first: "added" or "multiplied"
    /// where they have as many values, else "after the latent" or "before the latent"; empty where
    /// they have more.
    std::vector<std::string> waysInto(const Chain &chain) const;
};

/// Takes the embedding out of `items`: the one module of a matrix alone whose name says that it
/// embeds or belongs to a label or class. Nothing where there is none or more than one.
std::optional<LabelEmbedding> takeLabelEmbedding(std::vector<ModuleItem> &items);

} // namespace quantloupe
