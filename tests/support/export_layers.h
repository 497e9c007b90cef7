// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"
#include "exchange/export.h"
#include "exchange/packed_file.h"
#include "quant/weight_quantizer.h"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

/// Generators that are described, not opened, with weights drawn at random.
namespace export_layers {

using namespace quantloupe;

struct Made
{
    std::string name;
    LayerKind kind = LayerKind::Convolution;
    Shape shape = {6, 4, 3, 3};
    /// Of the command line: "w4,a8".
    std::string setting;
    std::int64_t groups = 1;
};

inline std::vector<float> weightsOf(const Made &made)
{
    std::int64_t count = 1;
    for (const std::int64_t size : made.shape)
        count *= size;
    RandomStream random(11, StreamRole::Probe, 0);
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float &x : values)
        x = static_cast<float>(0.05 * random.normal());
    return values;
}

/// A range from -1 to 3, or from 0 to 3 on its own codes.
inline ActivationRange rangeOf(const ActivationSpec &spec)
{
    ActivationRange range;
    range.bits = spec.bits;
    range.quantMax = (1 << spec.bits) - 1;
    range.scale = 4.0F / static_cast<float>(range.quantMax);
    range.zeroPoint = (range.quantMax + 1) / 4;
    if (spec.mapping == MappingType::Symmetric) {
        range.quantMax = (1 << (spec.bits - 1)) - 1;
        range.quantMin = -range.quantMax;
        range.scale = 3.0F / static_cast<float>(range.quantMax);
        range.zeroPoint = 0;
    }
    return range;
}

inline LayerInfo infoOf(const Made &made)
{
    LayerInfo info;
    info.name = made.name;
    info.kind = made.kind;
    info.weightShape = made.shape;
    info.outputAxis = made.kind == LayerKind::TransposedConvolution ? 1 : 0;
    info.groups = made.groups;
    info.weights = 1;
    for (const std::int64_t size : made.shape)
        info.weights *= size;
    return info;
}

/// Every activation has a range. Names are a map's.
inline ExportSource exportSourceOf(const std::vector<Made> &layers)
{
    ExportSource source;
    source.hasCodes = true;
    GeneratorInfo generator;
    generator.name = "made-up.pth";
    generator.sha256 = std::string(64, 'a');
    QuantConfig config;
    for (const Made &made : layers) {
        ExportLayer layer;
        layer.info = infoOf(made);
        layer.spec = made.setting.empty() ? LayerQuantSpec() : parseSpec(made.setting).spec;
        layer.onnx = {"/" + made.name, made.name + ".weight", made.name + ".in", false};
        if (!layer.spec.weight.isFloat()) {
            layer.weight = quantize(weightsOf(made), layoutOf(layer.info), layer.spec.weight);
            layer.sqnr = quantizationStats(weightsOf(made), layer.weight).sqnr;
        }
        if (!layer.spec.activation.isFloat())
            layer.activation = rangeOf(layer.spec.activation);
        config.set(made.name, layer.spec);
        generator.layers.push_back(layer.info);
        source.layers.push_back(std::move(layer));
    }
    source.file = configFileFor(generator, {}, {}, config);
    return source;
}

} // namespace export_layers
