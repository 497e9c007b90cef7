// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <string>
#include <vector>

namespace quantloupe {

/// How a tensor begins where the network of a training with classes starts from one without them.
enum class WithoutClasses {
    Same,     ///< The other network has the same one.
    Drawn,    ///< The other network has none: as for random weights.
    ZeroRows, ///< The other network has fewer rows: those of the classes have no effect yet.
    CopiedRow ///< The other network has one row: every class has it.
};

/// A tensor of a network before training: normal values, or `mean` alone where `deviation` is 0.
struct InitialTensor
{
    std::string name;
    Shape shape;
    double mean = 0;
    double deviation = 0;
    /// Whether it stays an even kernel (train/even_kernel.h) throughout.
    bool isEven = false;
    WithoutClasses withoutClasses = WithoutClasses::Same;
};

/// A network that can be trained, as text and a list of its tensors.
struct NetworkProgram
{
    /// TorchScript in which `{key}` stands for a tensor, with one method
    /// `def forward(self, x: Tensor, label: Tensor, training: bool, momentum: float) -> Tensor:`
    /// (the first two are those of NetworkInput, the last two those of Pass).
    std::string source;
    std::vector<InitialTensor> tensors;

    std::int64_t elements() const;
};

} // namespace quantloupe
