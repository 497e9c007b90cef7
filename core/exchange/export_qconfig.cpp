// SPDX-License-Identifier: GPL-3.0-or-later
// torch.ao.quantization's QConfigMapping, whose values are objects: a Python file.
#include "exchange/export_rules.h"

namespace quantloupe {

namespace {

constexpr int kMostBits = 8;
constexpr const char *kFloatObserver = "PlaceholderObserver.with_args(dtype=torch.float)";

constexpr const char *kHead = R"(# QConfigMapping of torch.ao.quantization, by module.
import torch
from torch.ao.quantization import QConfig, QConfigMapping
from torch.ao.quantization.observer import (
    MinMaxObserver,
    PerChannelMinMaxObserver,
    PlaceholderObserver,
)

mapping = QConfigMapping()
mapping.set_global(None)
)";

std::string codesOf(std::int32_t quantMin, std::int32_t quantMax)
{
    return "quant_min=" + std::to_string(quantMin) + ", quant_max=" + std::to_string(quantMax);
}

std::string weightObserver(const ExportLayer &layer)
{
    const bool isPerAxis = scaleShape(layer) == ScaleShape::Axis;
    const bool isSymmetric = layer.spec.weight.mapping == MappingType::Symmetric;
    // Weights are signed in torch; the codes of an asymmetric mapping move down by half.
    const std::int32_t shift = isSymmetric ? 0 : std::int32_t{1} << (layer.spec.weight.bits - 1);
    return std::string(isPerAxis ? "PerChannelMinMaxObserver" : "MinMaxObserver") +
           ".with_args(dtype=torch.qint8, " +
           (isPerAxis ? "ch_axis=" + std::to_string(layer.info.outputAxis) + ", " : "") +
           codesOf(layer.weight.quantMin - shift, layer.weight.quantMax - shift) +
           ", qscheme=torch." + (isPerAxis ? "per_channel_" : "per_tensor_") +
           (isSymmetric ? "symmetric" : "affine") + ")";
}

/// Of a module's output: torch puts QConfig.activation there, and on an input only where nothing
/// else observes that tensor. So no range or sign of the input may stand in it: codes from 0 on are
/// affine, for the output of a layer after a ReLU has both signs.
std::string activationObserver(const ActivationRange &range)
{
    const bool isSigned = range.quantMin < 0;
    return std::string("MinMaxObserver.with_args(dtype=torch.") + (isSigned ? "qint8" : "quint8") +
           ", " + codesOf(range.quantMin, range.quantMax) + ", qscheme=torch.per_tensor_" +
           (isSigned ? "symmetric" : "affine") + ")";
}

bool acceptWeight(const ExportLayer &layer, LossList &losses)
{
    const std::string written = "left float";
    if (layer.info.kind == LayerKind::MatrixProduct) {
        losses.add(layer, weightText(layer) + " of a matrix product, which is no module", written);
        return false;
    }
    if (!losses.acceptUniform(layer, written))
        return false;
    if (layer.spec.weight.bits > kMostBits)
        losses.add(layer, weightText(layer) + ", more than 8 bits", written);
    else if (scaleShape(layer) == ScaleShape::Blocks)
        losses.add(layer, weightText(layer) + ", scales of blocks", written);
    else
        return true;
    return false;
}

std::string weightOf(const ExportLayer &layer, LossList &losses)
{
    if (layer.spec.weight.isFloat() || !acceptWeight(layer, losses))
        return kFloatObserver;
    const WeightSpec &spec = layer.spec.weight;
    if (spec.method != WeightMethod::MinMax)
        losses.add(layer, weightText(layer) + ", whose range is searched", "min-max range");
    else if (spec.mapping == MappingType::Symmetric && spec.range == CodeRange::Full)
        losses.add(layer, weightText(layer) + ", scale of the full range",
                   "scale of the larger magnitude over half of the codes");
    return weightObserver(layer);
}

std::string activationOf(const ExportLayer &layer, LossList &losses)
{
    const std::string setting = activationText(layer);
    if (layer.spec.activation.isFloat())
        return kFloatObserver;
    if (!layer.activation || layer.activation->bits > kMostBits) {
        losses.add(layer,
                   setting + (layer.activation ? ", more than 8 bits" : ", which has no range"),
                   "left float");
        return kFloatObserver;
    }
    losses.add(layer, setting + ", the range of its input",
               "min-max range of its output, which torch's own calibration finds");
    return activationObserver(*layer.activation);
}

} // namespace

ExportResult exportQConfigMapping(const ExportSource &source, const std::filesystem::path &out)
{
    LossList losses;
    std::string text = kHead;
    for (const ExportLayer &layer : source.layers) {
        const std::string weight = weightOf(layer, losses);
        const std::string activation = activationOf(layer, losses);
        if (weight == kFloatObserver && activation == kFloatObserver)
            continue;
        text += "mapping.set_module_name(\n    " + quotedText(layer.info.name) +
                ",\n    QConfig(\n        activation=" + activation +
                ",\n        weight=" + weight + ",\n    ),\n)\n";
    }
    return {{{out, text}}, losses.take()};
}

} // namespace quantloupe
