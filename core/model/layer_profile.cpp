// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layer_profile.h"

#include "model/run_steps.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

Shape withoutBatch(const at::Tensor &tensor, std::int64_t batch)
{
    Shape shape = tensor.sizes().vec();
    if (!shape.empty() && shape[0] == batch)
        shape.erase(shape.begin());
    return shape;
}

std::int64_t kernelElements(const at::Tensor &weight)
{
    std::int64_t elements = 1;
    for (std::int64_t i = 2; i < weight.dim(); ++i)
        elements *= weight.size(i);
    return elements;
}

/// Of the whole batch. `weight` is the operand as the operator sees it.
std::int64_t macsOf(LayerKind kind, const at::Tensor &input, const at::Tensor &output,
                    const at::Tensor &weight)
{
    switch (kind) {
    case LayerKind::Convolution:
        return output.numel() * weight.size(1) * kernelElements(weight);
    // One product for each input value, kernel element and output channel: inserted zeros cost
    // nothing.
    case LayerKind::TransposedConvolution:
        return input.numel() * weight.size(1) * kernelElements(weight);
    case LayerKind::Linear:
    case LayerKind::MatrixProduct: {
        const std::int64_t outFeatures = std::max<std::int64_t>(1, output.size(-1));
        const std::int64_t features =
            input.dim() > 0 ? input.size(-1) : weight.numel() / outFeatures;
        return output.numel() * features;
    }
    case LayerKind::Embedding:
        return 0;
    }
    return 0;
}

LayerInfo describe(const WeightSite &site)
{
    LayerInfo layer;
    layer.name = site.name;
    layer.kind = site.kind;
    layer.weightShape = site.weight.sizes().vec();
    layer.outputAxis = site.outputAxis;
    layer.groups = site.groups;
    layer.weights = site.weight.numel();
    layer.parameters = layer.weights + site.biasElements;
    layer.storedBytesPerWeight = site.storedBytesPerWeight;
    layer.hasActivationSite = site.kind != LayerKind::Embedding;
    layer.uses = 0;
    return layer;
}

} // namespace

std::vector<LayerInfo> profileLayers(const Program &program, const InferredInputs &inputs)
{
    std::vector<LayerInfo> layers;
    for (const WeightSite &site : program.layers)
        layers.push_back(describe(site));
    const std::int64_t batch = inputs.exampleBatch;
    runFloatSteps(
        program, inputs.example,
        [&](const Step &step, const torch::jit::Stack &operands, const at::Tensor &output) {
            LayerInfo &layer = layers[static_cast<std::size_t>(step.layer)];
            const at::Tensor weight =
                operands[static_cast<std::size_t>(step.weightInput)].toTensor();
            at::Tensor input;
            if (step.activationInput >= 0)
                input = operands[static_cast<std::size_t>(step.activationInput)].toTensor();
            if (++layer.uses == 1)
                layer.inputOrigin = step.inputOrigin;
            layer.readsNetworkInput |= step.readsNetworkInput;
            layer.outputShape = withoutBatch(output, batch);
            if (!input.defined())
                return;
            layer.inputShape = withoutBatch(input, batch);
            layer.macs += macsOf(layer.kind, input, output, weight) / batch;
        });
    return layers;
}

} // namespace quantloupe
