// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/state_dict.h"
#include "model/generator_info.h"

#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

enum class ItemKind { Linear, Convolution, Norm };

/// The tensors of one module of a state dict, by their keys; an empty key means there is none.
struct ModuleItem
{
    std::string prefix;
    ItemKind kind = ItemKind::Norm;
    /// Of the weight, or of the running mean.
    Shape shape;
    std::string weight;
    std::string bias;
    std::string runningMean;
    std::string runningVar;

    std::int64_t features() const { return shape.empty() ? 0 : shape[0]; }
    std::int64_t kernel() const { return shape.size() == 4 ? shape[2] : 0; }
};

/// Groups keys by module in the order of the file. Throws Error{Unsupported} naming the first
/// tensor that is no part of a linear, convolution (square kernel) or normalization module.
std::vector<ModuleItem> moduleItems(const StateDict &dict);

/// The same items ordered by the numbers in their names ("conv2" before "conv10").
std::vector<ModuleItem> inNaturalOrder(std::vector<ModuleItem> items);

} // namespace quantloupe
