// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "engine/executor.h"
#include "model/generator.h"
#include "test_networks.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/serialization/import.h>

#include <filesystem>

/// Networks on their way through a file into the engine.
namespace test_networks {

inline std::shared_ptr<const quantloupe::Generator>
saveAndLoad(const TestNetwork &network, const std::filesystem::path &folder,
            quantloupe::LoadOptions options = {})
{
    const std::filesystem::path path = folder / "network.pt";
    network.module.save(path.string());
    options.path = path.string();
    try {
        return quantloupe::loadGenerator(options);
    } catch (const quantloupe::Error &error) {
        // Qt Test prints what(), which leaves out the reason of LibTorch.
        throw std::runtime_error(network.name + ": " + error.what() + " " + error.context());
    }
}

/// One micro-batch. Values that differ must come with another `key`.
inline quantloupe::ProgramInputs batchOf(const Values &values, std::uint64_t key = 1)
{
    quantloupe::ProgramInputs inputs;
    inputs.values = values;
    inputs.key = key;
    for (std::int64_t i = 0; i < values.at(0).toTensor().size(0); ++i)
        inputs.sampleKeys.push_back(quantloupe::mixHash(key, static_cast<std::uint64_t>(i)));
    return inputs;
}

/// What the saved file itself computes.
inline at::Tensor forwardOfFile(const std::filesystem::path &path, const Values &values)
{
    Module module = torch::jit::load(path.string());
    module.eval();
    return module.forward(values).toTensor();
}

inline at::Tensor run(const quantloupe::Generator &generator, const Values &values,
                      const quantloupe::Overlay &overlay = {})
{
    return quantloupe::Executor(generator.program)
        .run(batchOf(values), overlay, quantloupe::RunContext());
}

} // namespace test_networks
