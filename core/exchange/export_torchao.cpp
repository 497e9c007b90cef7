// SPDX-License-Identifier: GPL-3.0-or-later
// torchao's FqnToConfig of IntxWeightOnlyConfig, written after its source.
#include "exchange/export_rules.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

constexpr int kMostBits = 8;
constexpr const char *kLeftFloat = "left float";

Json granularityJson(const ExportLayer &layer)
{
    if (scaleShape(layer) == ScaleShape::Blocks)
        return {{"_type", "PerGroup"},
                {"_version", 1},
                {"_data", {{"group_size", layer.weight.layout.scaleSpan}}}};
    return {{"_type", "PerAxis"}, {"_version", 1}, {"_data", {{"axis", 0}}}};
}

Json configJson(const ExportLayer &layer)
{
    const WeightSpec &spec = layer.spec.weight;
    const bool isSymmetric = spec.mapping == MappingType::Symmetric;
    return {
        {"_type", "IntxWeightOnlyConfig"},
        {"_version", 2},
        {"_data",
         {{"weight_dtype",
           {{"_type", "torch.dtype"}, {"_data", "int" + std::to_string(spec.bits)}}},
          {"granularity", granularityJson(layer)},
          {"mapping_type",
           {{"_type", "MappingType"}, {"_data", isSymmetric ? "SYMMETRIC" : "ASYMMETRIC"}}},
          {"scale_dtype", nullptr},
          {"intx_packing_format", {{"_type", "IntxPackingFormat"}, {"_data", "UNPACKED_TO_INT8"}}},
          {"intx_choose_qparams_algorithm",
           {{"_type", "IntxChooseQParamsAlgorithm"}, {"_data", "AFFINE"}}}}}};
}

bool acceptWeight(const ExportLayer &layer, LossList &losses)
{
    const bool isPlainConvolution =
        layer.info.kind == LayerKind::Convolution && layer.info.weightShape.size() == 4;
    const bool isKnown = layer.info.kind == LayerKind::Linear || isPlainConvolution;
    if (!isKnown || layer.info.outputAxis != 0) {
        losses.add(layer,
                   weightText(layer) + " of a " + std::string(name(layer.info.kind)) +
                       " with output axis " + std::to_string(layer.info.outputAxis),
                   kLeftFloat);
        return false;
    }
    if (!losses.acceptUniform(layer, kLeftFloat))
        return false;
    if (layer.spec.weight.bits > kMostBits) {
        losses.add(layer, weightText(layer) + ", more than 8 bits", kLeftFloat);
        return false;
    }
    if (scaleShape(layer) == ScaleShape::Blocks && layer.info.kind != LayerKind::Linear) {
        losses.add(layer, weightText(layer) + ", groups of a convolution", kLeftFloat);
        return false;
    }
    return true;
}

/// What is quantized, but otherwise than the setting says.
void addChanges(const ExportLayer &layer, LossList &losses)
{
    if (scaleShape(layer) == ScaleShape::Tensor)
        losses.add(layer, weightText(layer) + ", one scale for the tensor",
                   "one scale for each output channel");
    if (layer.spec.weight.method != WeightMethod::MinMax)
        losses.add(layer, weightText(layer) + ", whose range is searched", "min-max range");
    // Symmetric scales there reach from the largest magnitude over half of all steps.
    const std::int32_t highest = layer.weight.quantMax;
    if (layer.spec.weight.mapping == MappingType::Symmetric)
        losses.add(layer, weightText(layer) + ", " + codesText(layer.weight.quantMin, highest),
                   codesText(-highest - 1, highest) + ", the largest magnitude at " +
                       std::to_string(highest) + ".5");
}

} // namespace

ExportResult exportTorchAo(const ExportSource &source, const std::filesystem::path &out)
{
    LossList losses;
    Json modules = Json::object();
    for (const ExportLayer &layer : source.layers) {
        Json &module = modules[layer.info.name];
        module = nullptr;
        if (!layer.spec.weight.isFloat() && acceptWeight(layer, losses)) {
            module = configJson(layer);
            addChanges(layer, losses);
        }
        if (!layer.spec.activation.isFloat())
            losses.add(layer, activationText(layer), kLeftFloat);
    }
    const Json json = {
        {"_type", "FqnToConfig"}, {"_version", 1}, {"_data", {{"fqn_to_config", modules}}}};
    return {{{out, json.dump(2) + "\n"}}, losses.take()};
}

} // namespace quantloupe
