// SPDX-License-Identifier: GPL-3.0-or-later
// One row a layer; quoted as RFC 4180 says.
#include "exchange/export_rules.h"

#include <array>
#include <charconv>

namespace quantloupe {

namespace {

constexpr const char *kHeader =
    "layer,kind,weight_shape,output_axis,weight,weight_method,weight_bits,weight_granularity,"
    "scales,weight_sqnr_db,activation,activation_bits,activation_scale,activation_zero_point,"
    "activation_low,activation_high,corrections,locked,tie\r\n";

std::string field(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + "\"";
}

template <typename Number> std::string numberText(Number number)
{
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), result.ptr};
}

std::string correctionsText(const QuantConfig &config, const std::string &layer)
{
    std::string text;
    for (const Correction each : corrections())
        if (config.corrects(each, layer))
            text += (text.empty() ? "" : " ") + std::string(name(each));
    return text;
}

std::vector<std::string> activationFields(const ExportLayer &layer)
{
    if (!layer.activation)
        return {"", "", "", ""};
    const ActivationRange &range = *layer.activation;
    return {numberText(range.scale), numberText(range.zeroPoint), numberText(range.lowest()),
            numberText(range.highest())};
}

std::vector<std::string> rowOf(const ExportLayer &layer, const ConfigFile &file)
{
    const WeightSpec &weight = layer.spec.weight;
    std::vector<std::string> row = {
        layer.info.name,
        std::string(name(layer.info.kind)),
        toText(layer.info.weightShape),
        std::to_string(layer.info.outputAxis),
        toText(weight),
        weight.isFloat() ? "float" : std::string(name(weight.method)),
        std::to_string(weight.bits),
        weight.isFloat() ? "" : std::string(name(weight.granularity)),
        weight.isFloat() ? "" : std::to_string(layer.weight.layout.scaleCount()),
        layer.sqnr ? numberText(*layer.sqnr) : "",
        toText(layer.spec.activation),
        std::to_string(layer.spec.activation.bits)};
    for (std::string &text : activationFields(layer))
        row.push_back(std::move(text));
    row.push_back(correctionsText(file.config, layer.info.name));
    row.push_back(file.marks.isLocked(layer.info.name) ? "yes" : "no");
    row.push_back(file.marks.tie(layer.info.name));
    return row;
}

} // namespace

ExportResult exportCsv(const ExportSource &source, const std::filesystem::path &out)
{
    std::string text = kHeader;
    for (const ExportLayer &layer : source.layers) {
        std::string line;
        for (const std::string &cell : rowOf(layer, source.file))
            line += (line.empty() ? "" : ",") + field(cell);
        text += line + "\r\n";
    }
    return {{{out, text}}, {}};
}

} // namespace quantloupe
