// SPDX-License-Identifier: GPL-3.0-or-later
// NVIDIA ModelOpt's YAML, in the part of YAML that is JSON: ordered, the last match wins.
#include "exchange/export_rules.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

constexpr const char *kLeftFloat = "left float";

bool acceptWeight(const ExportLayer &layer, LossList &losses)
{
    if (layer.info.kind == LayerKind::MatrixProduct) {
        losses.add(layer, weightText(layer) + " of a matrix product, which is no module",
                   kLeftFloat);
        return false;
    }
    if (!losses.acceptUniform(layer, kLeftFloat))
        return false;
    if (scaleShape(layer) == ScaleShape::Blocks) {
        losses.add(layer, weightText(layer) + ", scales of blocks", kLeftFloat);
        return false;
    }
    return true;
}

/// "max" takes the largest magnitude over 2^(b-1) - 1, symmetrically: narrow min-max.
void addChanges(const ExportLayer &layer, LossList &losses)
{
    const WeightSpec &spec = layer.spec.weight;
    if (spec.mapping == MappingType::Asymmetric)
        losses.add(layer, weightText(layer) + ", asymmetric", "symmetric");
    else if (spec.range == CodeRange::Full)
        losses.add(layer, weightText(layer) + ", scale of the full range",
                   "largest magnitude over " + std::to_string(layer.weight.quantMax));
    if (spec.method != WeightMethod::MinMax)
        losses.add(layer, weightText(layer) + ", whose range is searched", "largest magnitude");
}

Json quantizer(const ExportLayer &layer, const char *which, int bits, const Json &axis)
{
    return {{"quantizer_name", layer.info.name + "." + which},
            {"cfg", {{"num_bits", bits}, {"axis", axis}}}};
}

void addActivation(const ExportLayer &layer, Json &list, LossList &losses)
{
    if (layer.spec.activation.isFloat())
        return;
    if (layer.info.kind == LayerKind::MatrixProduct) {
        losses.add(layer, activationText(layer) + " of a matrix product, which is no module",
                   kLeftFloat);
        return;
    }
    losses.add(layer, activationText(layer) + " with its range",
               "symmetric, largest magnitude of the tool's own calibration");
    list.push_back(quantizer(layer, "input_quantizer", layer.spec.activation.bits, nullptr));
}

} // namespace

ExportResult exportModelOpt(const ExportSource &source, const std::filesystem::path &out)
{
    LossList losses;
    Json list = Json::array({{{"quantizer_name", "*"}, {"enable", false}}});
    for (const ExportLayer &layer : source.layers) {
        if (!layer.spec.weight.isFloat() && acceptWeight(layer, losses)) {
            addChanges(layer, losses);
            const bool isPerAxis = scaleShape(layer) == ScaleShape::Axis;
            list.push_back(quantizer(layer, "weight_quantizer", layer.spec.weight.bits,
                                     isPerAxis ? Json(layer.info.outputAxis) : Json(nullptr)));
        }
        addActivation(layer, list, losses);
    }
    const Json json = {{"quantize", {{"algorithm", "max"}, {"quant_cfg", list}}}};
    return {{{out, json.dump(2) + "\n"}}, losses.take()};
}

} // namespace quantloupe
