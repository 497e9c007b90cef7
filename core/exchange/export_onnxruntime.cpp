// SPDX-License-Identifier: GPL-3.0-or-later
// ONNX Runtime's extra option TensorQuantOverrides: real = scale (q - zero_point).
#include "exchange/export_onnx_types.h"

#include "base/error.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

constexpr const char *kLeftFloat = "node excluded, left float";

constexpr const char *kImports =
    R"(# Options of onnxruntime.quantization.quantize_static from the JSON file beside this one.
import json
import pathlib

from onnxruntime.quantization import QuantType

)";

constexpr const char *kFunction =
    R"(

def quantization_options(path=SETTINGS):
    """Keyword arguments nodes_to_exclude and extra_options."""
    settings = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    overrides = settings["TensorQuantOverrides"]
    for entries in overrides.values():
        for entry in entries:
            if "quant_type" in entry:
                entry["quant_type"] = QuantType[entry["quant_type"]]
    return {
        "nodes_to_exclude": settings["nodes_to_exclude"],
        "extra_options": {"TensorQuantOverrides": overrides},
    }
)";

std::string typeName(OnnxType type)
{
    return (type.isSigned ? "QInt" : "QUInt") + std::to_string(type.bits);
}

Json weightOverride(const ExportLayer &layer, OnnxType type)
{
    const QuantizedTensor &weight = layer.weight;
    Json entries = Json::array();
    for (std::size_t s = 0; s < weight.scale.size(); ++s)
        entries.push_back({{"quant_type", typeName(type)},
                           {"scale", weight.scale[s]},
                           {"zero_point", weight.zeroPoint[s]}});
    if (scaleShape(layer) == ScaleShape::Axis)
        entries.front()["axis"] = layer.info.outputAxis;
    return entries;
}

/// The library's own check stops at the first tensor it does not like; this one names each.
void requireValid(const ExportLayer &layer, const Json &entries)
{
    const bool isPerAxis = entries.front().contains("axis");
    const auto axis =
        static_cast<std::size_t>(isPerAxis ? entries.front().at("axis").get<int>() : 0);
    const std::size_t wanted =
        isPerAxis ? static_cast<std::size_t>(layer.info.weightShape.at(axis)) : 1;
    if (entries.size() != wanted)
        throw Error(ErrorKind::Internal, "The overrides of " + layer.info.name + " are " +
                                             std::to_string(entries.size()) + " instead of " +
                                             std::to_string(wanted) + ".");
}

bool acceptWeight(const ExportLayer &layer, LossList &losses)
{
    if (!losses.acceptUniform(layer, kLeftFloat))
        return false;
    if (scaleShape(layer) == ScaleShape::Blocks) {
        losses.add(layer, weightText(layer) + ", scales of blocks", kLeftFloat);
        return false;
    }
    return true;
}

/// An excluded node keeps its input float.
bool isExcluded(const ExportLayer &layer)
{
    return layer.spec.weight.isFloat() || !isUniform(layer) ||
           scaleShape(layer) == ScaleShape::Other || scaleShape(layer) == ScaleShape::Blocks;
}

/// The tensors that have one.
std::set<std::string> addActivations(const ExportSource &source, Json &overrides, LossList &losses)
{
    const auto write = [&](const ExportLayer &layer) -> std::optional<UnsaidActivation> {
        if (isExcluded(layer))
            return UnsaidActivation{" before a float weight", kLeftFloat};
        const ActivationRange &range = *layer.activation;
        const OnnxType type = onnxType(range.bits, range.quantMin);
        addTypeLoss(layer, activationText(layer), type, range, losses);
        overrides[layer.onnx.input] = Json::array({{{"quant_type", typeName(type)},
                                                    {"scale", range.scale},
                                                    {"zero_point", range.zeroPoint}}});
        return std::nullopt;
    };
    return writeActivations(source, losses, write);
}

} // namespace

ExportResult exportOnnxRuntime(const ExportSource &source, const std::filesystem::path &out)
{
    LossList losses;
    Json activations = Json::object();
    const std::set<std::string> written = addActivations(source, activations, losses);
    Json overrides = Json::object();
    Json excluded = Json::array();
    for (const ExportLayer &layer : source.layers) {
        losses.addNames(layer);
        if (layer.spec.weight.isFloat() || !acceptWeight(layer, losses)) {
            excluded.push_back(layer.onnx.node);
            continue;
        }
        const OnnxType type = onnxType(layer.spec.weight.bits, layer.weight.quantMin);
        addTypeLoss(layer, weightText(layer), type, layer.weight, losses);
        const Json entries = weightOverride(layer, type);
        requireValid(layer, entries);
        overrides[layer.onnx.weight] = entries;
        if (layer.spec.activation.isFloat() && !written.contains(layer.onnx.input))
            losses.add(layer, "float activation before a quantized weight",
                       "as quantize_static calibrates it");
    }
    overrides.update(activations);
    const Json json = {{"TensorQuantOverrides", overrides}, {"nodes_to_exclude", excluded}};
    return {{{out, json.dump(2) + "\n"},
             {scriptBeside(out), kImports + settingsBeside(out) + kFunction}},
            losses.take()};
}

} // namespace quantloupe
