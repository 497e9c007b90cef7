// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/csrc/jit/ir/ir.h>

namespace quantloupe {

/// Replaces in-place operators (`add_`) by their plain forms (`add`) wherever nothing else reads
/// the overwritten memory afterwards, further than LibTorch's own pass goes: traces of networks
/// that add noise in place become free of writes. Top-level nodes only.
void functionalize(const std::shared_ptr<torch::jit::Graph> &graph);

/// True if a node still writes into a value that something else reads afterwards. Random fills of
/// fresh memory (`normal_`) do not count: a step of their own runs them on a copy.
bool writesIntoSharedMemory(const std::shared_ptr<torch::jit::Graph> &graph);

} // namespace quantloupe
