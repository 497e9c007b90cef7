// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/features/attribute_network.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

constexpr std::size_t kConvolutions = 4;
constexpr std::int64_t kChannels[kConvolutions + 1] = {3, 32, 64, 96, 128};
/// Side of the last convolution's output.
constexpr std::int64_t kLastSide = kAttributeSide >> kConvolutions;

std::vector<AttributeTensor> makeTensors()
{
    std::vector<AttributeTensor> tensors;
    for (std::size_t i = 0; i < kConvolutions; ++i) {
        const std::string name = "conv" + std::to_string(i + 1);
        tensors.push_back({name + ".weight", {kChannels[i + 1], kChannels[i], 3, 3}});
        tensors.push_back({name + ".bias", {kChannels[i + 1]}});
    }
    tensors.push_back({"features.weight",
                       {kAttributeFeatures, kChannels[kConvolutions] * kLastSide * kLastSide}});
    tensors.push_back({"features.bias", {kAttributeFeatures}});
    return tensors;
}

} // namespace

const std::vector<AttributeTensor> &attributeTensors()
{
    static const std::vector<AttributeTensor> tensors = makeTensors();
    return tensors;
}

at::Tensor attributeFeatures(const std::vector<at::Tensor> &weights, const at::Tensor &pictures)
{
    at::Tensor x = pictures;
    for (std::size_t i = 0; i < kConvolutions; ++i)
        x = at::conv2d(x, weights[2 * i], weights[2 * i + 1], /*stride=*/2, /*padding=*/1).relu();
    return at::linear(x.flatten(1), weights[2 * kConvolutions], weights[2 * kConvolutions + 1])
        .relu();
}

} // namespace quantloupe
