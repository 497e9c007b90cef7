// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/export_run.h"

#include "engine/overlay_builder.h"
#include "engine/weight_cache.h"
#include "exchange/export_names.h"
#include "exchange/packed_tensors.h"
#include "model/generator.h"
#include "model/network_source.h"

#include <ATen/ATen.h>

#include <cmath>
#include <set>

namespace quantloupe {

namespace {

/// Of the whole; the rest is calibration.
constexpr double kWeightsShare = 0.3;

OnnxNames namesOf(const ExportRequest &request, const OnnxNameMap &saved, const LayerInfo &layer)
{
    if (const auto given = request.names.find(layer.name); given != request.names.end())
        return given->second;
    if (const auto known = saved.find(layer.name); known != saved.end())
        return known->second;
    return derivedOnnxNames(layer, info(*request.compare.generator));
}

void quantizeWeight(const WeightSite &site, const ExportRequest &request, ExportLayer &layer)
{
    const std::span<const float> weights(site.weight.data_ptr<float>(),
                                         static_cast<std::size_t>(site.weight.numel()));
    quantizeInto(layer.weight, weights, layoutOf(site), layer.spec.weight,
                 request.compare.execution.threads);
    const double sqnr =
        quantizationStats(weights, layer.weight, request.compare.execution.threads).sqnr;
    if (std::isfinite(sqnr))
        layer.sqnr = sqnr;
    layer.weight.values = {};
    if (!needsCodes(request.format))
        layer.weight.codes = {};
}

LoadOptions loadOptions(const ExportRequest &request)
{
    const GeneratorInfo &facts = info(*request.compare.generator);
    LoadOptions options;
    options.path = facts.path;
    options.architectureFile = request.architectureFile;
    options.network = facts.network;
    for (const Assumption &assumption : facts.assumptions)
        options.assumptions[assumption.key] = assumption.value;
    return options;
}

std::vector<ExportLayer> namedLayers(const ExportRequest &request)
{
    const OnnxNameMap saved = onnxNamesIn(request.file.original);
    std::vector<ExportLayer> layers;
    for (const LayerInfo &facts : info(*request.compare.generator).layers) {
        ExportLayer layer;
        layer.info = facts;
        layer.spec = request.compare.config.spec(facts.name);
        layer.onnx = namesOf(request, saved, facts);
        layers.push_back(std::move(layer));
    }
    // Before what takes long.
    if (keepsOnnxNames(request.format))
        requireOwnNames(layers);
    return layers;
}

/// The parameter that a layer's weight is made from: the one of its size in its module.
class WeightParameters
{
public:
    explicit WeightParameters(const std::vector<ExportLayer> &layers) : m_layers(layers) {}

    bool take(const std::string &name, std::int64_t elements)
    {
        for (const ExportLayer &layer : m_layers) {
            const bool isOwn = name == layer.info.name || name.starts_with(layer.info.name + ".");
            if (isOwn && !layer.spec.weight.isFloat() && elements == layer.info.weights &&
                m_taken.insert(layer.info.name).second)
                return true;
        }
        return false;
    }

private:
    const std::vector<ExportLayer> &m_layers;
    std::set<std::string> m_taken;
};

StoredTensor storedFloat(const std::string &name, const at::Tensor &tensor)
{
    const at::Tensor plain = tensor.detach().to(at::kFloat).contiguous();
    const std::span<const float> values(plain.data_ptr<float>(),
                                        static_cast<std::size_t>(plain.numel()));
    return floatTensor(name, plain.sizes().vec(), values);
}

std::vector<StoredTensor> otherTensors(const ExportRequest &request,
                                       const std::vector<ExportLayer> &layers)
{
    const NetworkSource network = readNetwork(loadOptions(request));
    std::vector<StoredTensor> tensors;
    WeightParameters weights(layers);
    for (const auto &parameter : network.module.named_parameters())
        if (!weights.take(parameter.name, parameter.value.numel()))
            tensors.push_back(storedFloat(parameter.name, parameter.value));
    for (const auto &buffer : network.module.named_buffers())
        if (buffer.value.is_floating_point())
            tensors.push_back(storedFloat(buffer.name, buffer.value));
    return tensors;
}

} // namespace

ExportSource exportSource(Session &session, const ExportRequest &request, const RunContext &context)
{
    const at::NoGradGuard noGradients;
    const Generator &generator = *request.compare.generator;
    ExportSource source;
    source.file = request.file;
    source.layers = namedLayers(request);
    if (quantizesActivations(request.compare.config))
        source.file.ranges =
            session.calibrate(request.compare, context.sub(0, 1 - kWeightsShare)).ranges;
    const RunContext weights = context.sub(1 - kWeightsShare, 1);
    for (std::size_t i = 0; i < source.layers.size(); ++i) {
        weights.advance(static_cast<double>(i) / static_cast<double>(source.layers.size()));
        ExportLayer &layer = source.layers[i];
        if (!layer.spec.weight.isFloat())
            quantizeWeight(generator.program.layers[i], request, layer);
        if (const ActivationRange *range =
                source.file.ranges.find(layer.info.name, layer.spec.activation);
            range && !layer.spec.activation.isFloat())
            layer.activation = *range;
    }
    source.hasCodes = needsCodes(request.format);
    if (source.hasCodes)
        source.floats = otherTensors(request, source.layers);
    context.advance(1);
    return source;
}

} // namespace quantloupe
