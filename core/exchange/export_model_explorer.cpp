// SPDX-License-Identifier: GPL-3.0-or-later
// Node data of Google's Model Explorer: a colour on each layer's node.
#include "exchange/export_rules.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

constexpr const char *kNoValue = "no value, no colour";

void addSqnr(const ExportLayer &layer, Json &results, LossList &losses)
{
    if (layer.sqnr) {
        results[layer.onnx.node] = {{"value", *layer.sqnr}};
        losses.add(layer, weightText(layer), "its SQNR alone");
    } else {
        losses.add(layer,
                   weightText(layer) + (layer.spec.weight.isFloat() ? "" : ", without error"),
                   kNoValue);
    }
    if (!layer.spec.activation.isFloat())
        losses.add(layer, activationText(layer), "left out");
}

/// What was measured may be of another method than the layer has, and of its weight alone.
void addMeasured(const SweepOverlay &sweep, const ExportLayer &layer, Json &results,
                 LossList &losses)
{
    const auto measured = valueOf(sweep, layer.info.name, layer.spec);
    if (measured)
        results[layer.onnx.node] = {{"value", measured->value}};
    const std::string with = measured ? "the number that the sweep measured with " : "";
    const bool hasWeight = measured && !measured->spec.weight.isFloat();
    losses.add(layer, weightText(layer),
               hasWeight ? with + toText(measured->spec.weight) : kNoValue);
    if (layer.spec.activation.isFloat())
        return;
    const bool hasActivation = measured && !measured->spec.activation.isFloat();
    losses.add(layer, activationText(layer),
               hasActivation ? with + toText(measured->spec.activation) : "left out");
}

} // namespace

bool showsNothing(const SweepOverlay &sweep, std::span<const ExportLayer> layers)
{
    return std::ranges::none_of(layers, [&](const ExportLayer &layer) {
        return valueOf(sweep, layer.info.name, layer.spec).has_value();
    });
}

ExportResult exportModelExplorer(const ExportSource &source, const std::filesystem::path &out)
{
    LossList losses;
    Json results = Json::object();
    for (const ExportLayer &layer : source.layers) {
        losses.addNames(layer);
        if (source.sweep)
            addMeasured(*source.sweep, layer, results, losses);
        else
            addSqnr(layer, results, losses);
    }
    // Red is worse.
    const bool isLowWorse = !source.sweep || source.sweep->largerIsBetter;
    const Json gradient = Json::array({{{"stop", 0}, {"bgColor", isLowWorse ? "red" : "white"}},
                                       {{"stop", 1}, {"bgColor", isLowWorse ? "white" : "red"}}});
    const std::string title =
        source.sweep ? source.sweep->title : "Weight SQNR, dB (not sensitivity)";
    const Json json = {{"main", {{"name", title}, {"results", results}, {"gradient", gradient}}}};
    return {{{out, json.dump(2) + "\n"}}, losses.take()};
}

} // namespace quantloupe
