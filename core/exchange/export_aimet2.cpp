// SPDX-License-Identifier: GPL-3.0-or-later
// Encodings of AIMET 2.0.0: real = y_scale (q - y_zero_point) in ONNX's types.
#include "exchange/export_onnx_types.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

constexpr int kLeastBits = 4;
/// A tensor without an encoding.
constexpr const char *kWrittenFloat = "left out, 16-bit float";

std::string typeName(OnnxType type)
{
    return (type.isSigned ? "int" : "uint") + std::to_string(type.bits);
}

Json weightEncoding(const ExportLayer &layer, OnnxType type)
{
    const QuantizedTensor &weight = layer.weight;
    const bool isPerAxis = scaleShape(layer) == ScaleShape::Axis;
    Json json = {{"name", layer.onnx.weight}, {"output_dtype", typeName(type)}};
    json["y_scale"] = isPerAxis ? Json(weight.scale) : Json(weight.scale.front());
    if (std::ranges::any_of(weight.zeroPoint, [](std::int32_t zero) { return zero != 0; }))
        json["y_zero_point"] = isPerAxis ? Json(weight.zeroPoint) : Json(weight.zeroPoint.front());
    if (isPerAxis)
        json["axis"] = layer.info.outputAxis;
    return json;
}

Json activationEncoding(const ExportLayer &layer, OnnxType type)
{
    Json json = {{"name", layer.onnx.input},
                 {"output_dtype", typeName(type)},
                 {"y_scale", layer.activation->scale}};
    if (layer.activation->zeroPoint != 0)
        json["y_zero_point"] = layer.activation->zeroPoint;
    return json;
}

bool acceptWeight(const ExportLayer &layer, LossList &losses)
{
    if (!losses.acceptUniform(layer, kWrittenFloat))
        return false;
    if (layer.spec.weight.bits < kLeastBits)
        losses.add(layer, weightText(layer) + ", fewer than 4 bits", kWrittenFloat);
    else if (scaleShape(layer) == ScaleShape::Blocks)
        losses.add(layer, weightText(layer) + ", scales of blocks", kWrittenFloat);
    else
        return true;
    return false;
}

} // namespace

ExportResult exportAimet200(const ExportSource &source, const std::filesystem::path &out)
{
    LossList losses;
    Json encodings = Json::array();
    const auto write = [&](const ExportLayer &layer) -> std::optional<UnsaidActivation> {
        const ActivationRange &range = *layer.activation;
        if (range.bits < kLeastBits)
            return UnsaidActivation{", fewer than 4 bits", kWrittenFloat};
        const OnnxType type = onnxType(range.bits, range.quantMin);
        addTypeLoss(layer, activationText(layer), type, range, losses);
        encodings.push_back(activationEncoding(layer, type));
        return std::nullopt;
    };
    writeActivations(source, losses, write);
    for (const ExportLayer &layer : source.layers) {
        losses.addNames(layer);
        if (layer.spec.weight.isFloat()) {
            losses.add(layer, "32-bit float weight", kWrittenFloat);
        } else if (acceptWeight(layer, losses)) {
            const OnnxType type = onnxType(layer.spec.weight.bits, layer.weight.quantMin);
            addTypeLoss(layer, weightText(layer), type, layer.weight, losses);
            encodings.push_back(weightEncoding(layer, type));
        }
    }
    const Json json = {{"version", "2.0.0"}, {"encodings", encodings}};
    return {{{out, json.dump(2) + "\n"}}, losses.take()};
}

} // namespace quantloupe
