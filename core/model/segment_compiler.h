// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph_preparation.h"

#include <torch/csrc/jit/runtime/interpreter.h>

#include <vector>

namespace quantloupe {

/// Consecutive nodes of a graph as a function of their own.
struct CompiledSegment
{
    torch::jit::Code code;
    /// Values of the original graph, in the order of the code's inputs and outputs.
    std::vector<torch::jit::Value *> inputs;
    std::vector<torch::jit::Value *> outputs;
};

/// Compiles `nodes` (top-level, in graph order). Constants are copied into the segment; outputs are
/// the values that other nodes or the graph's return read.
CompiledSegment compileSegment(const std::vector<torch::jit::Node *> &nodes);

/// Runs the parts of the graph that `wanted` needs (all of it where operations write into their
/// inputs) and returns those values.
std::vector<c10::IValue> evaluate(const PreparedGraph &prepared,
                                  const std::vector<c10::IValue> &inputs,
                                  const std::vector<torch::jit::Value *> &wanted);

/// The same for values that depend on no network input.
std::vector<c10::IValue> evaluateStatic(const PreparedGraph &prepared,
                                        const std::vector<torch::jit::Value *> &wanted);

} // namespace quantloupe
