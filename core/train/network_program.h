// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <string>
#include <vector>

namespace quantloupe {

/// A tensor of a network before training: normal values, or `mean` alone where `deviation` is 0.
struct InitialTensor
{
    std::string name;
    Shape shape;
    double mean = 0;
    double deviation = 0;
    /// Whether it stays an even kernel (train/even_kernel.h) throughout.
    bool isEven = false;
};

/// A network that can be trained, as text and a list of its tensors.
struct NetworkProgram
{
    /// TorchScript in which `{key}` stands for a tensor, with one method
    /// `def forward(self, x: Tensor, training: bool, momentum: float) -> Tensor:`
    /// (the last two are those of Pass).
    std::string source;
    std::vector<InitialTensor> tensors;

    std::int64_t elements() const;
};

} // namespace quantloupe
