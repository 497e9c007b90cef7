// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opened_generator.h"

namespace quantloupe::test {

/// A generator that exists by its description only: three layers of 2, 4 and 8 thousand weights;
/// an embedding, a transposed convolution that reads the network's input, a convolution whose
/// output axis is unknown.
inline OpenedGenerator madeUpGenerator()
{
    OpenedGenerator opened;
    opened.info.name = "made-up.pt";
    opened.info.format = "TorchScript";
    opened.info.output = {3, 8, 8};
    const auto add = [&](std::string name, LayerKind kind, Shape weight) {
        LayerInfo layer;
        layer.name = std::move(name);
        layer.kind = kind;
        layer.weights = 1;
        for (const std::int64_t size : weight)
            layer.weights *= size;
        layer.parameters = layer.weights;
        layer.weightShape = std::move(weight);
        layer.inputShape = {10};
        layer.outputShape = {16, 4, 4};
        opened.info.layers.push_back(layer);
    };
    add("embed", LayerKind::Embedding, {100, 20});
    add("up", LayerKind::TransposedConvolution, {25, 10, 4, 4});
    add("out", LayerKind::Convolution, {20, 16, 5, 5});
    opened.info.layers[0].hasActivationSite = false;
    opened.info.layers[1].outputAxis = 1;
    opened.info.layers[1].readsNetworkInput = true;
    opened.info.layers[2].outputAxis = -1;
    opened.info.assumptions = {
        {"latent.distribution", "normal", {"normal", "uniform"}, "Common.", false},
        {"activation.final", "tanh", {"tanh", "sigmoid"}, "Common.", false}};
    return opened;
}

} // namespace quantloupe::test
