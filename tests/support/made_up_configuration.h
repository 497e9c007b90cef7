// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"

#include <string>
#include <tuple>
#include <vector>

/// A generator of three layers and a configuration of it, with every kind of value in its file.
namespace made_up_configuration {

using namespace quantloupe;

inline GeneratorInfo generator()
{
    GeneratorInfo info;
    info.name = "faces.pth";
    info.sha256 = std::string(64, 'a');
    info.format = "pickle (zip)";
    info.architecture = "sequential";
    info.assumptions = {{"activation.final", "tanh", {"tanh", "sigmoid"}, "A guess.", false}};
    for (const auto &[name, kind, shape] : std::vector<std::tuple<const char *, LayerKind, Shape>>{
             {"fc", LayerKind::Linear, {128, 100}},
             {"up", LayerKind::TransposedConvolution, {8, 4, 4, 4}},
             {"out", LayerKind::Convolution, {3, 4, 3, 3}}}) {
        LayerInfo layer;
        layer.name = name;
        layer.kind = kind;
        layer.weightShape = shape;
        layer.outputAxis = kind == LayerKind::TransposedConvolution ? 1 : 0;
        info.layers.push_back(layer);
    }
    return info;
}

inline QuantConfig configuration()
{
    QuantConfig config;
    LayerQuantSpec spec;
    spec.weight = {WeightMethod::Mse, 3, MappingType::Asymmetric, Granularity::PerTensor,
                   CodeRange::Narrow};
    spec.activation = {6, RangeEstimator::Percentile, 0.002};
    config.set("fc", spec);
    spec.weight = weightSpecOfBits(1);
    spec.activation = {};
    config.set("out", spec);
    return config;
}

inline ConfigFile file()
{
    SamplingPlan plan;
    plan.distribution = Distribution::Uniform;
    plan.inputRange = {0, 255};
    plan.outputRange = {0, 1};
    plan.label = 4;
    plan.truncation = 0.7;
    return configFileFor(generator(), plan, {100, 9}, configuration());
}

} // namespace made_up_configuration
