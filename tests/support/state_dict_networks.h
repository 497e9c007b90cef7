// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_networks.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace test_networks {

/// Tensors as a checkpoint holds them, and what the network they come from computes.
struct StateDictNetwork
{
    std::string name;
    NamedTensors tensors;
    std::function<at::Tensor(const at::Tensor &)> forward;
    /// Without the batch dimension.
    std::vector<std::int64_t> inputShape;
    std::vector<std::int64_t> picture;
    /// Name of the reading that fits.
    std::string architecture;
};

/// Three transposed convolutions from 8x1x1 to 3x16x16, registered under these names; where
/// `normsLast` all norms were registered after all convolutions.
enum class NormOrder { BesideLayer, Last };
StateDictNetwork transposedDcgan(const std::string &name, const std::vector<std::string> &layers,
                                 const std::vector<std::string> &norms, NormOrder order);
/// All sequential networks: DCGANs under several namings and structures, a perceptron.
std::vector<StateDictNetwork> sequentialNetworks();
/// CycleGAN's generator: two blocks of 16 channels, instance norms without parameters.
StateDictNetwork cycleGan();

} // namespace test_networks
