// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/program_network.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/random_stream.h"
#include "model/module_binding.h"
#include "train/even_kernel.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/runtime/interpreter.h>

#include <cstring>

namespace quantloupe {

namespace {

StoredTensor drawn(const InitialTensor &initial, std::uint64_t seed, std::uint64_t stream)
{
    RandomStream random(seed, StreamRole::Initialization, stream);
    StoredTensor tensor{initial.name, DType::Float32, initial.shape, {}};
    std::vector<float> values(static_cast<std::size_t>(tensor.elementCount()));
    for (float &value : values)
        value = static_cast<float>(initial.deviation > 0
                                       ? initial.mean + initial.deviation * random.normal()
                                       : initial.mean);
    tensor.bytes.resize(values.size() * sizeof(float));
    std::memcpy(tensor.bytes.data(), values.data(), tensor.bytes.size());
    return tensor;
}

/// Runs the method's graph as it was compiled. The executor behind Module::forward would rewrite
/// it after its first runs, so that a resumed training would round otherwise.
class ProgramNetwork : public Trainable
{
public:
    ProgramNetwork(torch::jit::Module module, const NetworkProgram &program)
        : m_module(std::move(module)), m_code(m_module.get_method("forward").graph(), "forward")
    {
        for (const auto &parameter : m_module.named_parameters()) {
            parameter.value.set_requires_grad(true);
            for (const InitialTensor &tensor : program.tensors)
                if (tensor.isEven && tensor.name == parameter.name)
                    m_even.push_back(parameter.value);
        }
        confine();
    }

    at::Tensor forward(const NetworkInput &input, const Pass &pass) const override
    {
        torch::jit::Stack stack = {m_module._ivalue(), input.values, input.labels, pass.training,
                                   pass.momentum};
        torch::jit::InterpreterState(m_code).run(stack);
        return stack.at(0).toTensor();
    }

    std::vector<NamedTensor> parameters() const override
    {
        std::vector<NamedTensor> tensors;
        for (const auto &parameter : m_module.named_parameters())
            tensors.push_back({parameter.name, parameter.value});
        return tensors;
    }

    std::vector<NamedTensor> buffers() const override
    {
        std::vector<NamedTensor> tensors;
        for (const auto &buffer : m_module.named_buffers())
            tensors.push_back({buffer.name, buffer.value});
        return tensors;
    }

    void confine() const override
    {
        for (const at::Tensor &kernel : m_even)
            makeEven(kernel);
    }

private:
    torch::jit::Module m_module;
    torch::jit::Code m_code;
    std::vector<at::Tensor> m_even;
};

} // namespace

std::unique_ptr<Trainable> makeNetwork(const NetworkProgram &program, std::uint64_t seed,
                                       std::uint64_t network, c10::Device device)
{
    Architecture architecture;
    architecture.name = "of this training";
    architecture.source = program.source;
    StateDict tensors;
    for (std::size_t i = 0; i < program.tensors.size(); ++i)
        tensors.tensors.push_back(drawn(program.tensors[i], seed, mixHash(mixHash(0, network), i)));
    torch::jit::Module module = bindArchitecture(architecture, tensors);
    module.to(device);
    return std::make_unique<ProgramNetwork>(std::move(module), program);
}

} // namespace quantloupe
