// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_builder.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace quantloupe {

namespace {

/// Parts of names, in lower case, of layers of style-based generators that keep 8 bits: mapping,
/// styles, and what makes colours. As in NVIDIA's implementation and in the other common one.
constexpr std::array<std::string_view, 4> kStyles = {"mapping", "affine", "modulation", "style."};
constexpr std::array<std::string_view, 2> kColours = {"torgb", "to_rgb"};

bool namesOneOf(const LayerInfo &layer, std::span<const std::string_view> parts)
{
    std::string lower;
    for (const char letter : layer.name)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return std::ranges::any_of(
        parts, [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

bool isStylePart(const LayerInfo &layer)
{
    return namesOneOf(layer, kStyles) || namesOneOf(layer, kColours);
}

/// A style-based generator has layers of both sorts; one such name alone may mean anything.
bool isStyleBased(const GeneratorInfo &info)
{
    const auto has = [&](std::span<const std::string_view> parts) {
        return std::ranges::any_of(
            info.layers, [&](const LayerInfo &layer) { return namesOneOf(layer, parts); });
    };
    return has(kStyles) && has(kColours);
}

void addNotes(RecipeBuilder &builder, bool isStyled)
{
    const GeneratorInfo &info = builder.info();
    std::string inputs;
    for (const LayerInfo &layer : info.layers)
        if (layer.readsNetworkInput && layer.hasActivationSite)
            inputs += (inputs.empty() ? "" : ", ") + layer.name;
    if (!inputs.empty())
        builder.note("The network's own input, which is that of " + inputs + ", is not quantized.");
    std::string operations;
    for (const UnquantizedOperation &operation : info.unquantized)
        operations += (operations.empty() ? "" : ", ") + operation.operation;
    if (!operations.empty())
        builder.note("What is no layer stays float: " + operations + ".");
    if (isStyled)
        builder.note("Mapping, styles and the layers that make colours keep 8 bits in W4A8.");
}

} // namespace

void addAndreev(RecipeBuilder &builder)
{
    const GeneratorInfo &info = builder.info();
    const bool isStyled = isStyleBased(info);
    const auto keepsEight = [&](std::size_t layer) {
        return layer == 0 || layer + 1 == info.layers.size() ||
               (isStyled && isStylePart(info.layers[layer]));
    };
    builder.add(std::string(kW8A8Role), "W8A8", [](std::size_t) { return "w8,a8"; });
    builder.add(std::string(kW4A8Role),
                isStyled ? "W4A8; first, last and style layers W8"
                         : "W4A8; first and last layer W8",
                [&](std::size_t layer) { return keepsEight(layer) ? "w8,a8" : "w4,a8"; });
    builder.add(std::string(kPlainW4A8Role), "W4A8 in every layer",
                [](std::size_t) { return "w4,a8"; });
    addNotes(builder, isStyled);
}

} // namespace quantloupe
