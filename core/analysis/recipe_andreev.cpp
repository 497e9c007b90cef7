// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_builder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

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

/// Which layers keep 8 bits in W4A8: the first, the last and style parts.
std::vector<bool> keptAtEight(const GeneratorInfo &info, bool isStyled)
{
    std::vector<bool> kept;
    for (const LayerInfo &layer : info.layers)
        kept.push_back(isStyled && isStylePart(layer));
    kept.front() = true;
    kept.back() = true;
    return kept;
}

void addW4A8(RecipeBuilder &builder, bool isStyled)
{
    const std::vector<bool> kept = keptAtEight(builder.info(), isStyled);
    // Without a layer of 4 bits it would be W8A8, which answers no question about 4 bits.
    if (std::ranges::find(kept, false) == kept.end()) {
        builder.note(
            "The rules keep every layer at 8 bits, so that W4A8 is measured in every layer.");
        return;
    }
    builder.add(std::string(kW4A8Role),
                isStyled ? "W4A8; first, last and style layers W8"
                         : "W4A8; first and last layer W8",
                [&](std::size_t layer) { return kept[layer] ? "w8,a8" : "w4,a8"; });
    if (isStyled)
        builder.note("Mapping, styles and the layers that make colours keep 8 bits in W4A8.");
}

void addNotes(RecipeBuilder &builder)
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
}

} // namespace

void addAndreev(RecipeBuilder &builder)
{
    builder.add(std::string(kW8A8Role), "W8A8", [](std::size_t) { return "w8,a8"; });
    addNotes(builder);
    addW4A8(builder, isStyleBased(builder.info()));
    builder.add(std::string(kPlainW4A8Role), "W4A8 in every layer",
                [](std::size_t) { return "w4,a8"; });
}

} // namespace quantloupe
