// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_builder.h"
#include "analysis/redundancy.h"

#include <set>

namespace quantloupe {

namespace {

constexpr const char *kBinary = "w1,afloat";
constexpr const char *kFloat = "wfloat,afloat";

void addBinary(RecipeBuilder &builder, std::string role, std::string title,
               const std::set<std::size_t> &layers)
{
    builder.add(std::move(role), std::move(title),
                [&](std::size_t layer) { return layers.contains(layer) ? kBinary : kFloat; });
}

std::string namesOf(const GeneratorInfo &info, const std::set<std::size_t> &layers)
{
    std::string names;
    for (const std::size_t layer : layers)
        names += (names.empty() ? "" : ", ") + info.layers[layer].name;
    return names;
}

} // namespace

void addPbGen(RecipeBuilder &builder)
{
    const GeneratorInfo &info = builder.info();
    std::set<std::size_t> all;
    for (std::size_t i = 0; i < info.layers.size(); ++i)
        all.insert(i);
    addBinary(builder, std::string(kAllRole), "all layers binary", all);
    if (all.size() < 2)
        return;
    std::set<std::size_t> allButLast = all;
    allButLast.erase(info.layers.size() - 1);
    addBinary(builder, std::string(kAllButLastRole), "all but the last", allButLast);
    for (const std::size_t layer : all)
        addBinary(builder, aloneRole(info.layers[layer].name), info.layers[layer].name, {layer});
    for (const RedundancyMeasure measure : redundancyMeasures()) {
        std::set<std::size_t> chosen;
        for (const std::size_t layer : redundancyOrder(measure, info.layers)) {
            chosen.insert(layer);
            addBinary(builder, std::string(name(measure)) + ":" + std::to_string(chosen.size()),
                      namesOf(info, chosen), chosen);
        }
    }
}

} // namespace quantloupe
