// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/adam.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/optim/adam.h>

namespace quantloupe {

using torch::optim::AdamParamState;

namespace {

torch::optim::AdamOptions optionsFor(const LoopSettings &settings)
{
    return torch::optim::AdamOptions(settings.rate)
        .betas(std::make_tuple(settings.beta1, settings.beta2))
        .eps(1e-8);
}

std::vector<at::Tensor> tensorsOf(const std::vector<NamedTensor> &named)
{
    std::vector<at::Tensor> tensors;
    for (const NamedTensor &one : named)
        tensors.push_back(one.tensor);
    return tensors;
}

} // namespace

struct Adam::Implementation
{
    Implementation(const Trainable &network, const LoopSettings &settings)
        : parameters(network.parameters()),
          tensors(tensorsOf(parameters)),
          optimizer(tensors, optionsFor(settings))
    {
        // LibTorch makes the moments in the first step; made here, they can be restored before it.
        for (const at::Tensor &tensor : tensors) {
            auto state = std::make_unique<AdamParamState>();
            state->exp_avg(at::zeros_like(tensor));
            state->exp_avg_sq(at::zeros_like(tensor));
            optimizer.state()[key(tensor)] = std::move(state);
        }
    }

    static std::string key(const at::Tensor &tensor)
    {
        return c10::guts::to_string(tensor.unsafeGetTensorImpl());
    }
    AdamParamState &stateOf(const at::Tensor &tensor)
    {
        return static_cast<AdamParamState &>(*optimizer.state().at(key(tensor)));
    }

    std::vector<NamedTensor> parameters;
    std::vector<at::Tensor> tensors;
    torch::optim::Adam optimizer;
};

Adam::Adam(const Trainable &network, const LoopSettings &settings)
    : m_implementation(std::make_unique<Implementation>(network, settings))
{
}

Adam::~Adam() = default;

void Adam::minimize(const at::Tensor &loss)
{
    const auto gradients = torch::autograd::grad({loss}, m_implementation->tensors);
    for (std::size_t i = 0; i < gradients.size(); ++i)
        m_implementation->tensors[i].mutable_grad() = gradients[i];
    m_implementation->optimizer.step();
}

std::vector<NamedTensor> Adam::state()
{
    std::vector<NamedTensor> tensors;
    for (const NamedTensor &parameter : m_implementation->parameters) {
        AdamParamState &state = m_implementation->stateOf(parameter.tensor);
        tensors.push_back({parameter.name + ".first", state.exp_avg()});
        tensors.push_back({parameter.name + ".second", state.exp_avg_sq()});
    }
    return tensors;
}

void Adam::setRate(double rate)
{
    for (torch::optim::OptimizerParamGroup &group : m_implementation->optimizer.param_groups())
        static_cast<torch::optim::AdamOptions &>(group.options()).lr(rate);
}

void Adam::setSteps(std::int64_t steps)
{
    for (const at::Tensor &tensor : m_implementation->tensors)
        m_implementation->stateOf(tensor).step(steps);
}

} // namespace quantloupe
