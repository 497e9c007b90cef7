// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <string>
#include <vector>

/// Generators that are described, not opened.
namespace made_up_layers {

using quantloupe::GeneratorInfo;
using quantloupe::LayerInfo;
using quantloupe::LayerKind;

/// k x k, from c_in channels of side x side to c_out of `growth` times the side.
struct Deconvolution
{
    std::string name;
    std::int64_t cIn = 1;
    std::int64_t cOut = 1;
    std::int64_t side = 1;
    std::int64_t growth = 2;
    std::int64_t kernel = 4;
};

inline LayerInfo layerOf(const Deconvolution &given)
{
    LayerInfo layer;
    layer.name = given.name;
    layer.kind = LayerKind::TransposedConvolution;
    layer.weightShape = {given.cIn, given.cOut, given.kernel, given.kernel};
    layer.outputAxis = 1;
    layer.weights = given.cIn * given.cOut * given.kernel * given.kernel;
    layer.parameters = layer.weights;
    layer.macs = layer.weights * given.side * given.side;
    layer.inputShape = {given.cIn, given.side, given.side};
    layer.outputShape = {given.cOut, given.side * given.growth, given.side * given.growth};
    return layer;
}

inline LayerInfo linear(const std::string &name, std::int64_t in, std::int64_t out)
{
    LayerInfo layer;
    layer.name = name;
    layer.kind = LayerKind::Linear;
    layer.weightShape = {out, in};
    layer.weights = in * out;
    layer.parameters = layer.weights;
    layer.macs = layer.weights;
    layer.inputShape = {in};
    layer.outputShape = {out};
    return layer;
}

inline GeneratorInfo generatorOf(std::vector<LayerInfo> layers)
{
    GeneratorInfo info;
    info.name = "made-up";
    info.layers = std::move(layers);
    return info;
}

/// A DCGAN for pictures of 32 x 32: the first layer reads the latent.
inline GeneratorInfo dcgan()
{
    GeneratorInfo info =
        generatorOf({layerOf({"project", 100, 64, 1, 4, 4}), layerOf({"up1", 64, 32, 4, 2, 4}),
                     layerOf({"up2", 32, 16, 8, 2, 4}), layerOf({"colour", 16, 3, 16, 2, 4})});
    info.layers.front().readsNetworkInput = true;
    return info;
}

} // namespace made_up_layers
