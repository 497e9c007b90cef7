// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_networks.h"

#include "base/random_stream.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/frontend/tracer.h>

#include <cmath>

namespace test_networks {

at::Tensor numbers(at::IntArrayRef shape, std::uint64_t seed, double scale)
{
    quantloupe::RandomStream stream(seed, quantloupe::StreamRole::Probe, 1);
    at::Tensor values = at::empty(shape, at::kFloat);
    float *out = values.data_ptr<float>();
    for (std::int64_t i = 0; i < values.numel(); ++i)
        out[i] = static_cast<float>(scale * stream.normal());
    return values;
}

at::Tensor weight(at::IntArrayRef shape, std::uint64_t seed)
{
    const double fanIn = static_cast<double>(c10::multiply_integers(shape)) / shape.at(0);
    return numbers(shape, seed, 1 / std::sqrt(fanIn));
}

std::function<Values(std::int64_t)> latents(std::vector<std::int64_t> shape)
{
    return [shape](std::int64_t batch) {
        std::vector<std::int64_t> whole = shape;
        whole.insert(whole.begin(), batch);
        return Values{numbers(whole, 1000)};
    };
}

Module moduleWith(const NamedTensors &parameters, const NamedTensors &buffers)
{
    Module module("__torch__.Network");
    for (const auto &[name, tensor] : parameters)
        module.register_parameter(name, tensor, /*is_buffer=*/false);
    for (const auto &[name, tensor] : buffers)
        module.register_buffer(name, tensor);
    return module;
}

Module scripted(const std::string &source, const NamedTensors &parameters,
                const NamedTensors &buffers)
{
    Module module = moduleWith(parameters, buffers);
    module.define(source);
    module.eval();
    return module;
}

void trace(Module &module, const Values &example, const Forward &forward)
{
    const at::NoGradGuard noGradients;
    torch::jit::Stack inputs(example.begin(), example.end());
    const auto recorded = torch::jit::tracer::trace(
        inputs,
        [&](torch::jit::Stack stack) {
            return torch::jit::Stack{forward(module, Values(stack.begin(), stack.end()))};
        },
        [](const at::Tensor &) { return std::string(); }, /*strict=*/true,
        /*force_outplace=*/false, &module);
    const auto name = c10::QualifiedName(*module.type()->name(), "forward");
    const auto unit = module._ivalue()->compilation_unit();
    module.type()->addMethod(unit->create_function(name, recorded.first->graph));
    module.eval();
}

at::Tensor tensorOf(const Module &module, const std::string &path)
{
    const std::size_t dot = path.find('.');
    if (dot == std::string::npos)
        return module.attr(path).toTensor();
    return tensorOf(module.attr(path.substr(0, dot)).toModule(), path.substr(dot + 1));
}

std::vector<TestNetwork> allNetworks()
{
    std::vector<TestNetwork> networks = {conditional(), lists(), partialWrite(), perceptron(),
                                         equalized()};
    for (const Form form : {Form::Scripted, Form::Traced}) {
        networks.push_back(dcgan(form));
        networks.push_back(inPlace(form));
        networks.push_back(sharedWeight(form));
        networks.push_back(grouped(form));
        networks.push_back(labelled(form));
        networks.push_back(imageToImage(form));
        networks.push_back(spectralNorm(form));
        networks.push_back(modulated(form));
    }
    for (TestNetwork &network : networks)
        network.module.eval();
    return networks;
}

} // namespace test_networks
