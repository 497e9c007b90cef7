// SPDX-License-Identifier: GPL-3.0-or-later
// Node data of Google's Model Explorer: a colour on each layer's node.
#include "exchange/export_rules.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::ordered_json;

ExportResult exportModelExplorer(const ExportSource &source, const std::filesystem::path &out)
{
    LossList losses;
    Json results = Json::object();
    for (const ExportLayer &layer : source.layers) {
        losses.addNames(layer);
        if (layer.sqnr) {
            results[layer.onnx.node] = {{"value", *layer.sqnr}};
            losses.add(layer, weightText(layer), "its SQNR alone");
        } else {
            losses.add(layer,
                       weightText(layer) + (layer.spec.weight.isFloat() ? "" : ", without error"),
                       "no value, no colour");
        }
        if (!layer.spec.activation.isFloat())
            losses.add(layer, activationText(layer), "left out");
    }
    // The lower, the worse.
    const Json gradient =
        Json::array({{{"stop", 0}, {"bgColor", "red"}}, {{"stop", 1}, {"bgColor", "white"}}});
    const Json json = {
        {"main",
         {{"name", "Weight SQNR, dB (not sensitivity)"}, {"results", results}, {"gradient", gradient}}}};
    return {{{out, json.dump(2) + "\n"}}, losses.take()};
}

} // namespace quantloupe
