// SPDX-License-Identifier: GPL-3.0-or-later
// Encodings of AIMET 0.6.1 and 1.0.0: real = scale (q + offset), q unsigned.
#include "exchange/export_rules.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

constexpr int kLeastBits = 4;
constexpr int kFloatEncodingBits = 16;
constexpr const char *kWrittenFloat = "16-bit float";

enum class Version { V061, V100 };

bool isSymmetricWeight(const ExportLayer &layer)
{
    return layer.spec.weight.mapping == MappingType::Symmetric;
}

/// As AIMET means it: codes on both sides of zero.
bool isSymmetricActivation(const ActivationRange &range)
{
    return range.quantMin < 0;
}

Json affine061(int bits, bool isSymmetric, double scale, std::int32_t offset, std::int32_t steps)
{
    return {{"bitwidth", bits},
            {"dtype", "int"},
            {"is_symmetric", isSymmetric ? "True" : "False"},
            {"max", scale * (steps + offset)},
            {"min", scale * offset},
            {"offset", offset},
            {"scale", scale}};
}

Json float061()
{
    return Json::array({{{"bitwidth", kFloatEncodingBits}, {"dtype", "float"}}});
}

Json weight061(const ExportLayer &layer)
{
    const QuantizedTensor &weight = layer.weight;
    Json entries = Json::array();
    for (std::size_t s = 0; s < weight.scale.size(); ++s)
        entries.push_back(affine061(layer.spec.weight.bits, isSymmetricWeight(layer),
                                    weight.scale[s], offsetOf(weight.quantMin, weight.zeroPoint[s]),
                                    weight.quantMax - weight.quantMin));
    return entries;
}

Json activation061(const ActivationRange &range)
{
    return Json::array(
        {affine061(range.bits, isSymmetricActivation(range), range.scale,
                   offsetOf(range.quantMin, range.zeroPoint), range.quantMax - range.quantMin)});
}

Json float100(const std::string &tensor)
{
    return {{"name", tensor},
            {"enc_type", "PER_TENSOR"},
            {"dtype", "FLOAT"},
            {"bw", kFloatEncodingBits}};
}

Json weight100(const ExportLayer &layer)
{
    const QuantizedTensor &weight = layer.weight;
    const ScaleShape shape = scaleShape(layer);
    std::vector<std::int32_t> offsets;
    for (const std::int32_t zeroPoint : weight.zeroPoint)
        offsets.push_back(offsetOf(weight.quantMin, zeroPoint));
    Json json = {{"name", layer.onnx.weight},
                 {"enc_type", shape == ScaleShape::Blocks ? "PER_BLOCK"
                              : shape == ScaleShape::Axis ? "PER_CHANNEL"
                                                          : "PER_TENSOR"},
                 {"dtype", "INT"},
                 {"bw", layer.spec.weight.bits},
                 {"is_sym", isSymmetricWeight(layer)},
                 {"scale", weight.scale},
                 {"offset", offsets}};
    if (shape == ScaleShape::Blocks)
        json["block_size"] = blockSize(layer);
    return json;
}

Json activation100(const ExportLayer &layer)
{
    const ActivationRange &range = *layer.activation;
    return {{"name", layer.onnx.input},
            {"enc_type", "PER_TENSOR"},
            {"dtype", "INT"},
            {"bw", range.bits},
            {"is_sym", isSymmetricActivation(range)},
            {"scale", {range.scale}},
            {"offset", {offsetOf(range.quantMin, range.zeroPoint)}}};
}

/// The weight can be said as integers; a loss is added where it cannot, but for float weights.
bool acceptWeight(const ExportLayer &layer, Version version, LossList &losses)
{
    if (!losses.acceptUniform(layer, kWrittenFloat))
        return false;
    if (layer.spec.weight.bits < kLeastBits)
        losses.add(layer, weightText(layer) + ", fewer than 4 bits", kWrittenFloat);
    else if (version == Version::V061 && scaleShape(layer) == ScaleShape::Blocks)
        losses.add(layer, weightText(layer) + ", scales of blocks", kWrittenFloat);
    else
        return true;
    return false;
}

/// What is written as integers, which alone the arguments of the quantizer are about.
struct Written
{
    std::vector<const ExportLayer *> weights;
    /// One for each tensor.
    std::vector<const ExportLayer *> activations;
};

/// The commonest width, of several the widest; 8 where there is none.
int commonBits(const std::vector<const ExportLayer *> &layers,
               int (*bitsOf)(const LayerQuantSpec &))
{
    std::map<int, int> counts;
    for (const ExportLayer *layer : layers)
        ++counts[bitsOf(layer->spec)];
    int common = 8;
    int most = 0;
    for (const auto &[bits, count] : counts)
        if (count >= most) {
            common = bits;
            most = count;
        }
    return common;
}

Json quantizerArguments(const Written &written)
{
    const auto isSymmetric = [](const ExportLayer *layer) { return isSymmetricWeight(*layer); };
    const auto isPerChannel = [](const ExportLayer *layer) {
        return layer->spec.weight.granularity != Granularity::PerTensor;
    };
    const auto isSearched = [](const ExportLayer *layer) {
        return layer->spec.weight.method == WeightMethod::Mse;
    };
    return {
        {"activation_bitwidth",
         commonBits(written.activations,
                    [](const LayerQuantSpec &spec) { return spec.activation.bits; })},
        {"dtype", "int"},
        {"is_symmetric", std::ranges::all_of(written.weights, isSymmetric)},
        {"param_bitwidth",
         commonBits(written.weights, [](const LayerQuantSpec &spec) { return spec.weight.bits; })},
        {"per_channel_quantization", std::ranges::any_of(written.weights, isPerChannel)},
        {"quant_scheme", std::ranges::any_of(written.weights, isSearched)
                             ? "post_training_tf_enhanced"
                             : "post_training_tf"}};
}

/// Encodings of weights; those written as integers go to `written`.
Json weightsOf(const ExportSource &source, Version version, LossList &losses, Written &written)
{
    const bool isOld = version == Version::V061;
    Json weights = isOld ? Json::object() : Json::array();
    for (const ExportLayer &layer : source.layers) {
        losses.addNames(layer);
        if (layer.spec.weight.isFloat())
            losses.add(layer, "32-bit float weight", kWrittenFloat);
        const bool isInteger = !layer.spec.weight.isFloat() && acceptWeight(layer, version, losses);
        if (isInteger)
            written.weights.push_back(&layer);
        if (isOld)
            weights[layer.onnx.weight] = isInteger ? weight061(layer) : float061();
        else
            weights.push_back(isInteger ? weight100(layer) : float100(layer.onnx.weight));
    }
    return weights;
}

ExportResult exportAimet(const ExportSource &source, const std::filesystem::path &out,
                         Version version)
{
    const bool isOld = version == Version::V061;
    LossList losses;
    Written written;
    Json activations = isOld ? Json::object() : Json::array();
    const auto write = [&](const ExportLayer &layer) -> std::optional<UnsaidActivation> {
        if (layer.activation->bits < kLeastBits)
            return UnsaidActivation{", fewer than 4 bits", "left float"};
        written.activations.push_back(&layer);
        if (isOld)
            activations[layer.onnx.input] = activation061(*layer.activation);
        else
            activations.push_back(activation100(layer));
        return std::nullopt;
    };
    writeActivations(source, losses, write);
    const Json weights = weightsOf(source, version, losses, written);
    const Json json = {{"version", isOld ? "0.6.1" : "1.0.0"},
                       {"activation_encodings", activations},
                       {"param_encodings", weights},
                       {"excluded_layers", Json::array()},
                       {"quantizer_args", quantizerArguments(written)}};
    return {{{out, json.dump(2) + "\n"}}, losses.take()};
}

} // namespace

ExportResult exportAimet061(const ExportSource &source, const std::filesystem::path &out)
{
    return exportAimet(source, out, Version::V061);
}

ExportResult exportAimet100(const ExportSource &source, const std::filesystem::path &out)
{
    return exportAimet(source, out, Version::V100);
}

} // namespace quantloupe
