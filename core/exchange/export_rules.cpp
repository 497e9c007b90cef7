// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_rules.h"

#include <nlohmann/json.hpp>

#include <map>

namespace quantloupe {

namespace {

/// Weights of one input channel of one output channel.
std::int64_t kernelElements(const LayerInfo &layer)
{
    std::int64_t elements = 1;
    for (std::size_t axis = 2; axis < layer.weightShape.size(); ++axis)
        elements *= layer.weightShape[axis];
    return elements;
}

bool areBlocks(const ExportLayer &layer)
{
    const ChannelLayout &layout = layer.weight.layout;
    const std::int64_t kernel = kernelElements(layer.info);
    return layer.info.weightShape.size() >= 2 && layer.info.outputAxis <= 1 &&
           layout.scaleSpan % kernel == 0 && layout.channelSize() % layout.scaleSpan == 0;
}

std::string scalesText(const ExportLayer &layer)
{
    if (layer.weight.layout.groups > 1)
        return "scales of " + std::to_string(layer.weight.layout.groups) +
               " groups of a transposed convolution";
    return "scales of " + std::to_string(layer.weight.layout.scaleSpan) +
           " weights each that end within an input channel";
}

} // namespace

ScaleShape scaleShape(const ExportLayer &layer)
{
    const ChannelLayout &layout = layer.weight.layout;
    if (layer.spec.weight.granularity == Granularity::PerTensor || layer.info.outputAxis < 0)
        return layout.scaleCount() > 1 ? ScaleShape::Other : ScaleShape::Tensor;
    if (layout.groups > 1)
        return ScaleShape::Other;
    if (layout.scalesPerChannel() == 1)
        return ScaleShape::Axis;
    return areBlocks(layer) ? ScaleShape::Blocks : ScaleShape::Other;
}

std::int64_t blockSize(const ExportLayer &layer)
{
    return layer.weight.layout.scaleSpan / kernelElements(layer.info);
}

bool isUniform(const ExportLayer &layer)
{
    return hasRange(layer.spec.weight.method);
}

std::string codesText(std::int32_t quantMin, std::int32_t quantMax)
{
    return "codes " + std::to_string(quantMin) + ".." + std::to_string(quantMax);
}

std::string weightText(const ExportLayer &layer)
{
    return "weight " + toText(layer.spec.weight);
}

std::string activationText(const ExportLayer &layer)
{
    return "activation " + toText(layer.spec.activation);
}

std::int32_t offsetOf(std::int32_t quantMin, std::int32_t zeroPoint)
{
    return quantMin - zeroPoint;
}

void LossList::addNames(const ExportLayer &layer)
{
    if (layer.onnx.isDerived)
        add(layer, "ONNX names, which no map gives",
            layer.onnx.node + ", " + layer.onnx.weight + " and " + layer.onnx.input +
                ", derived from the module's path");
}

bool LossList::acceptUniform(const ExportLayer &layer, const std::string &written)
{
    if (!isUniform(layer))
        add(layer, weightText(layer) + ", whose levels no scale says", written);
    else if (scaleShape(layer) == ScaleShape::Other)
        add(layer, weightText(layer) + ", " + scalesText(layer), written);
    else
        return true;
    return false;
}

void forEachActivation(const ExportSource &source, LossList &losses,
                       const std::function<void(const ExportLayer &)> &take)
{
    std::map<std::string, const ExportLayer *> readers;
    for (const ExportLayer &layer : source.layers) {
        if (layer.spec.activation.isFloat())
            continue;
        if (!layer.activation) {
            losses.add(layer, activationText(layer) + ", which has no range", "left float");
            continue;
        }
        const auto [first, isFirst] = readers.emplace(layer.onnx.input, &layer);
        if (isFirst) {
            if (layer.info.uses > 1)
                losses.add(layer,
                           activationText(layer) + " at " + std::to_string(layer.info.uses) +
                               " places",
                           "one range, for " + layer.onnx.input);
            take(layer);
        } else if (!(*first->second->activation == *layer.activation)) {
            losses.add(layer, activationText(layer) + " of " + layer.onnx.input,
                       "that of " + first->second->info.name + ", which reads it too");
        }
    }
}

std::filesystem::path beside(const std::filesystem::path &out, const char *ending)
{
    std::filesystem::path path = out;
    return path.replace_extension(ending);
}

std::string quotedText(const std::string &text)
{
    return nlohmann::json(text).dump();
}

} // namespace quantloupe
