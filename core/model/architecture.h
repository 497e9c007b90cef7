// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "model/archive/state_dict.h"
#include "model/generator_info.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// How a state dict becomes a network: TorchScript source in which `{main.0.weight}` stands for
/// the tensor of that key. One way for inferred readings and for a user's own file.
struct Architecture
{
    /// "sequential", "perceptron", "residual image-to-image", "SAGAN", "StyleGAN2-ADA" and so on,
    /// or the name in the user's file.
    std::string name;
    /// `def forward(self, x: Tensor) -> Tensor:` with its body.
    std::string source;
    InputKind inputKind = InputKind::Latent;
    /// Without the batch dimension.
    Shape inputShape;
    Distribution distribution = Distribution::Normal;
    /// Empty where it follows from the final activation or the output.
    std::optional<ValueRange> outputRange;
    /// One line a user recognizes the network by, for example "100 -> 256x4x4 -> 3x32x32".
    std::string summary;
    /// What was guessed beyond the tensors themselves.
    std::vector<Assumption> assumptions;
};

/// Reads a user's architecture file (format in resources/architectures/README.md).
/// Throws ArchitectureError that names the file, and the field or why it cannot be read.
Architecture readArchitecture(const std::filesystem::path &path);
/// The file as it is. Throws ArchitectureError that names it.
std::string readArchitectureText(const std::filesystem::path &path);
/// The same format; readArchitecture of it gives an equal network.
std::string toJson(const Architecture &architecture);

/// All keys that stand in braces in `source`, each once, in order.
std::vector<std::string> keysOf(const std::string &source);

} // namespace quantloupe
