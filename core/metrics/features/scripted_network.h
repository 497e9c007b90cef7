// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/features/feature_network.h"

#include <torch/csrc/jit/api/module.h>

#include <filesystem>

namespace quantloupe {

/// A TorchScript file's forward() as a feature network.
class ScriptedNetwork : public FeatureNetwork
{
public:
    /// Runs the network once to learn what it returns. Throws Error{BadInput|Unsupported} naming
    /// the file if it cannot be loaded or does not map pictures of this side to vectors.
    ScriptedNetwork(const std::filesystem::path &file, int side);

    std::size_t dimension() const { return m_dimension; }
    at::Tensor forward(const at::Tensor &pictures) const override;

private:
    torch::jit::Module m_module;
    torch::jit::Kwargs m_options;
    std::size_t m_dimension = 0;
};

} // namespace quantloupe
