// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own file, with names, scales and codebooks for programs that compute none.
#include "base/version.h"
#include "exchange/export_rules.h"
#include "exchange/sealed_json.h"

#include <map>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Json onnxJson(const OnnxNames &names)
{
    Json json = {{"node", names.node}, {"weight", names.weight}, {"input", names.input}};
    for (const auto &[key, derived] : derivedOf(names))
        json["derived"].push_back(key);
    return json;
}

void addScales(const ExportLayer &layer, Json &weight)
{
    if (layer.spec.weight.isFloat())
        return;
    if (const int size = groupSize(layer.spec.weight.granularity); size > 0)
        weight["groupSize"] = size;
    if (hasCodebook(layer.spec.weight.method)) {
        weight["codebook"] = layer.weight.codebook;
        return;
    }
    weight["scale"] = layer.weight.scale;
    weight["zeroPoint"] = layer.weight.zeroPoint;
    weight["quantMin"] = layer.weight.quantMin;
    weight["quantMax"] = layer.weight.quantMax;
}

} // namespace

ExportResult exportQuantloupe(const ExportSource &source, const std::filesystem::path &out)
{
    std::map<std::string, const ExportLayer *> layers;
    for (const ExportLayer &layer : source.layers)
        layers[layer.info.name] = &layer;
    Json json = Json::parse(toJson(source.file));
    for (Json &entry : json["layers"]) {
        const auto found = layers.find(entry.at("name").get<std::string>());
        if (found == layers.end())
            continue;
        entry["onnx"] = onnxJson(found->second->onnx);
        addScales(*found->second, entry["weight"]);
    }
    if (!json.contains("provenance"))
        json["provenance"] = {{"version", "quantloupe " + std::string(kVersion)}};
    return {{{out, sealedJson(std::move(json))}}, {}};
}

} // namespace quantloupe
