// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_rules.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string_view>

namespace quantloupe {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

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

/// Python turns the bytes of a name that is no UTF-8 into U+DC80..U+DCFF, and back.
std::string pythonName(const std::string &name)
{
    try {
        return quotedText(name);
    } catch (const nlohmann::json::type_error &) {
        std::string literal = "\"";
        for (const char letter : name) {
            const auto byte = static_cast<unsigned char>(letter);
            literal += byte < 0x80 ? "\\x" : "\\udc";
            literal += kHexDigits[byte >> 4];
            literal += kHexDigits[byte & 15];
        }
        return literal + '"';
    }
}

const std::string kOwnInput =
    ", which the exporter may call otherwise; give its name in a map (--names)";
const std::string kNoTensor =
    ", which is in no file of torch's exporter; give its name in a map (--names)";

const std::optional<UnsaidActivation> kWithoutRange =
    UnsaidActivation{", which has no range", "left float"};

/// A tensor has one range, whatever each of its readers would have: that of the writer.
void addActivationLoss(const ExportLayer &layer, const UnsaidActivation *unsaid,
                       const ExportLayer *writer, LossList &losses)
{
    const std::string other =
        writer ? "that of " + writer->info.name + ", which reads it too" : std::string();
    if (unsaid)
        losses.add(layer, activationText(layer) + unsaid->what, writer ? other : unsaid->written);
    else if (!writer || !layer.info.hasActivationSite)
        return;
    else if (layer.spec.activation.isFloat())
        losses.add(layer, "float activation of " + layer.onnx.input, other);
    else if (!(layer.activation == writer->activation))
        losses.add(layer, activationText(layer) + " of " + layer.onnx.input, other);
    else if (layer.info.uses > 1)
        losses.add(layer,
                   activationText(layer) + " at " + std::to_string(layer.info.uses) + " places",
                   "one range, for " + layer.onnx.input);
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
    const auto derived = derivedOf(layer.onnx);
    if (derived.empty())
        return;
    std::string names = derived.front().second;
    for (std::size_t i = 1; i < derived.size(); ++i)
        names += (i + 1 < derived.size() ? ", " : " and ") + derived[i].second;
    add(layer, "ONNX names, which no map gives", names + ", derived from the module's path");
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

std::set<std::string>
writeActivations(const ExportSource &source, LossList &losses,
                 const std::function<std::optional<UnsaidActivation>(const ExportLayer &)> &write)
{
    std::map<std::string, const ExportLayer *> writers;
    std::map<const ExportLayer *, UnsaidActivation> unsaid;
    std::set<std::string> written;
    for (const ExportLayer &layer : source.layers) {
        if (layer.spec.activation.isFloat() || writers.contains(layer.onnx.input))
            continue;
        const auto refused = layer.activation ? write(layer) : kWithoutRange;
        if (refused) {
            unsaid.emplace(&layer, *refused);
            continue;
        }
        if (hasUnknownInput(layer.onnx, layer.info))
            losses.add(layer, "ONNX name of the input, which cannot be derived",
                       layer.onnx.input + (layer.info.readsNetworkInput ? kOwnInput : kNoTensor));
        writers.emplace(layer.onnx.input, &layer);
        written.insert(layer.onnx.input);
    }
    for (const ExportLayer &layer : source.layers) {
        const auto writer = writers.find(layer.onnx.input);
        const auto refused = unsaid.find(&layer);
        addActivationLoss(layer, refused == unsaid.end() ? nullptr : &refused->second,
                          writer == writers.end() ? nullptr : writer->second, losses);
    }
    return written;
}

std::filesystem::path scriptBeside(const std::filesystem::path &out)
{
    std::filesystem::path path = out;
    return path.replace_extension(".py");
}

std::string settingsBeside(const std::filesystem::path &out)
{
    return "SETTINGS = pathlib.Path(__file__).with_name(" + pythonName(out.filename().string()) +
           ")\n";
}

std::string quotedText(const std::string &text)
{
    return nlohmann::json(text).dump();
}

} // namespace quantloupe
