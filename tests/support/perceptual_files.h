// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"
#include "metrics/features/perceptual_network.h"
#include "state_dict_files.h"

#include <ATen/ATen.h>

#include <functional>

/// Made-up weights of LPIPS.
namespace perceptual_files {

using quantloupe::Trunk;
using test_networks::NamedTensors;

inline std::string torchvisionName(int place, std::size_t /*stage*/)
{
    return "features." + std::to_string(place);
}

inline std::string lpipsName(int place, std::size_t stage)
{
    return "net.slice" + std::to_string(stage + 1) + "." + std::to_string(place);
}

using Naming = std::function<std::string(int place, std::size_t stage)>;

/// Tensors of a trunk, all zero.
inline NamedTensors zeros(const Trunk &trunk, const Naming &naming = torchvisionName)
{
    NamedTensors tensors;
    for (std::size_t stage = 0; stage < trunk.stages.size(); ++stage)
        for (const auto &one : trunk.stages[stage].convolutions) {
            const std::string name = naming(one.place, stage);
            tensors.push_back(
                {name + ".weight", at::zeros({one.outputs, one.inputs, one.kernel, one.kernel})});
            tensors.push_back({name + ".bias", at::zeros({one.outputs})});
        }
    return tensors;
}

/// A trunk through which the red value and a constant 1 run unchanged, as its first two channels.
inline NamedTensors redAndOne(const Trunk &trunk, const Naming &naming = torchvisionName)
{
    NamedTensors tensors = zeros(trunk, naming);
    for (std::size_t i = 0; i < tensors.size(); i += 2) {
        at::Tensor &weight = tensors[i].second;
        const std::int64_t middle = weight.size(2) / 2;
        weight[0][0][middle][middle] = 1;
        tensors[i + 1].second[1] = 1;
    }
    return tensors;
}

/// Heads that weight the first channel by stage + 1, the second by 10 times that, others by 0.
inline NamedTensors heads(const Trunk &trunk)
{
    NamedTensors tensors;
    for (std::size_t stage = 0; stage < trunk.stages.size(); ++stage) {
        const std::int64_t channels = trunk.stages[stage].convolutions.back().outputs;
        at::Tensor weight = at::zeros({1, channels, 1, 1});
        weight[0][0] = static_cast<double>(stage + 1);
        weight[0][1] = 10 * static_cast<double>(stage + 1);
        tensors.push_back({"lin" + std::to_string(stage) + ".model.1.weight", weight});
    }
    return tensors;
}

/// Heads of their own and a trunk in one file, as the package lpips saves them.
inline NamedTensors whole(const Trunk &trunk)
{
    NamedTensors tensors = redAndOne(trunk, lpipsName);
    for (const auto &head : heads(trunk))
        tensors.push_back(head);
    return tensors;
}

} // namespace perceptual_files
