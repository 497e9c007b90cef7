// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe.h"

#include "analysis/recipe_builder.h"
#include "base/error.h"

#include <algorithm>
#include <array>

namespace quantloupe {

namespace {

struct Row
{
    RecipeKind kind;
    std::string_view name;
    std::string_view paper;
    std::string_view source;
};

constexpr std::array kRows = {
    Row{RecipeKind::Qgan, "qgan", "QGAN (Wang et al., arXiv 1901.08263)",
        "The paper's: the EM quantizer (in its usual form) and the quantizers it is compared with. "
        "Ours: a finished generator instead of one trained with quantized weights, one scale for "
        "each weight, all layers at the same bits; a method that does not take a bit-width is left "
        "out."},
    Row{RecipeKind::PbGen, "pbgen", "PBGen (arXiv 1802.09153, IEEE TCAD 2020)",
        "The paper's: binary weights in all layers, in all but the last, in one layer alone and in "
        "more and more layers. Ours: a finished generator instead of a trained one, a scale per "
        "output channel (mean magnitude), and the four measures of redundancy, since the formula "
        "of the paper's own is not in its abstract."},
    Row{RecipeKind::Andreev, "andreev", "Andreev, Fritzler, Vetrov (arXiv 2108.13996, ICPR 2022)",
        "The paper's: 8- and 4-bit weights with 8-bit activations. Ours: the quantizers (weights "
        "per channel with MSE clip, activations by percentile), 8 bits in the first and the last "
        "layer, and the rules for layers of style-based generators."},
};

const Row &rowOf(RecipeKind kind)
{
    return *std::ranges::find(kRows, kind, &Row::kind);
}

} // namespace

std::span<const RecipeKind> recipeKinds()
{
    static constexpr std::array kKinds = {RecipeKind::Qgan, RecipeKind::PbGen, RecipeKind::Andreev};
    return kKinds;
}

std::string_view name(RecipeKind kind)
{
    return rowOf(kind).name;
}

std::string_view paperOf(RecipeKind kind)
{
    return rowOf(kind).paper;
}

std::string_view sourceOf(RecipeKind kind)
{
    return rowOf(kind).source;
}

RecipeKind parseRecipe(std::string_view text)
{
    std::string names;
    for (const Row &row : kRows) {
        if (row.name == text)
            return row.kind;
        names += (names.empty() ? "" : ", ") + std::string(row.name);
    }
    throw Error(ErrorKind::BadInput,
                "There is no recipe '" + std::string(text) + "'; there are " + names + ".");
}

std::string quantizerRole(std::string_view method, int bits)
{
    return std::string(method) + "-" + std::to_string(bits);
}

std::string aloneRole(std::string_view layer)
{
    return "alone:" + std::string(layer);
}

void RecipeBuilder::add(std::string role, std::string title,
                        const std::function<std::string(std::size_t)> &setting)
{
    QuantConfig config;
    for (std::size_t i = 0; i < m_info.layers.size(); ++i) {
        const LayerInfo &layer = m_info.layers[i];
        LayerQuantSpec spec = parseSpec(setting(i)).spec;
        if (!layer.hasActivationSite || layer.readsNetworkInput)
            spec.activation = {};
        config.set(layer.name, spec);
    }
    const auto known =
        std::ranges::find(m_recipe.configurations, config, &RecipeConfiguration::config);
    if (known != m_recipe.configurations.end())
        known->roles.push_back(std::move(role));
    else
        m_recipe.configurations.push_back({{std::move(role)}, std::move(title), std::move(config)});
}

Recipe recipeFor(RecipeKind kind, const GeneratorInfo &info)
{
    if (info.layers.empty())
        throw Error(ErrorKind::BadInput,
                    info.name +
                        " has no layer that can be quantized, so there is no recipe for it.");
    RecipeBuilder builder(kind, info);
    switch (kind) {
    case RecipeKind::Qgan:
        addQgan(builder);
        break;
    case RecipeKind::PbGen:
        addPbGen(builder);
        break;
    case RecipeKind::Andreev:
        addAndreev(builder);
        break;
    }
    return builder.take();
}

} // namespace quantloupe
