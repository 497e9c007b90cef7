// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe.h"

#include <functional>
#include <string>
#include <string_view>

namespace quantloupe {

/// Gathers configurations, each measured once however many parts it plays.
class RecipeBuilder
{
public:
    RecipeBuilder(RecipeKind kind, const GeneratorInfo &info) : m_info(info)
    {
        m_recipe.kind = kind;
    }

    const GeneratorInfo &info() const { return m_info; }
    /// `setting` gives each layer's setting in the command line's notation; activations of layers
    /// that read the network's own input, or have no site, stay float.
    void add(std::string role, std::string title,
             const std::function<std::string(std::size_t)> &setting);
    void note(std::string sentence) { m_recipe.notes.push_back(std::move(sentence)); }
    Recipe take() { return std::move(m_recipe); }

private:
    const GeneratorInfo &m_info;
    Recipe m_recipe;
};

void addQgan(RecipeBuilder &builder);
void addPbGen(RecipeBuilder &builder);
void addAndreev(RecipeBuilder &builder);

} // namespace quantloupe
