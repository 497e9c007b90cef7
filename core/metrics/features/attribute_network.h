// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/picture_input.h"
#include "model/generator_info.h"

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

namespace quantloupe {

/// Metadata by which its files are known.
inline constexpr const char *kNetworkKey = "network";
inline constexpr const char *kAttributeKind = "features";

/// Side of its pictures in pixels, and the length of its feature vectors.
inline constexpr int kAttributeSide = 64;
inline constexpr std::int64_t kAttributeFeatures = 128;

struct AttributeTensor
{
    std::string name;
    Shape shape;
};

/// The built-in feature network: four 3x3 convolutions of stride 2 and a linear layer, each with a
/// ReLU, trained to name the attributes of cartoon faces and the classes of clothes
/// (train/attribute_training.h). Names and shapes of its tensors, in order.
const std::vector<AttributeTensor> &attributeTensors();

/// How a picture of any size becomes its input.
InputPreparation attributePreparation();

/// `weights` in the order of attributeTensors(); pictures N x 3 x 64 x 64 in -1..1. Returns
/// N x kAttributeFeatures. Differentiable.
at::Tensor attributeFeatures(const std::vector<at::Tensor> &weights, const at::Tensor &pictures);

} // namespace quantloupe
