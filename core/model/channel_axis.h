// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <torch/csrc/jit/ir/ir.h>

#include <map>
#include <optional>

namespace quantloupe {

using ValueShapes = std::map<const torch::jit::Value *, Shape>;

/// Follows axis `axis` of `operand` back to `site` through views and elementwise arithmetic.
/// `shapes` must hold every tensor between the two. Empty where the axis is split, merged with
/// another one that is larger than 1, or passes an operator that is not known.
std::optional<int> followAxis(const torch::jit::Value *operand, int axis,
                              const torch::jit::Value *site, const ValueShapes &shapes);

/// The tensors between `operand` and `site`, both included; empty if `site` is not behind it.
std::vector<torch::jit::Value *> pathBetween(torch::jit::Value *operand,
                                             const torch::jit::Value *site);

} // namespace quantloupe
