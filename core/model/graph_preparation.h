// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/ir.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace quantloupe {

/// What to do with batch norm and dropout that a trace caught in training mode.
enum class TrainingMode { Switch, Keep };

/// A module's forward as one flat graph. Attributes have become graph inputs: the inputs are first
/// the network's own (without self), then `attributes`, in this order.
struct PreparedGraph
{
    std::shared_ptr<torch::jit::Graph> graph;
    std::size_t networkInputs = 0;
    std::vector<std::string> attributePaths;
    std::vector<c10::IValue> attributes;
    /// Attribute path -> it is a parameter (true) or a buffer or other constant (false).
    std::unordered_map<std::string, bool> isParameter;
    /// Names of normalizations and dropouts found in training mode.
    std::vector<std::string> trainingNorms;
    std::vector<std::string> trainingDropouts;
    /// Those of trainingNorms that hold no running statistics and so must stay.
    std::vector<std::string> normsWithoutStatistics;
    bool hasMutation = false;
};

/// Evaluates `module` in inference mode, freezes flags and constant loops but keeps parameters by
/// name, inlines, removes in-place writes, moves CUDA constants to the CPU.
/// Throws Error{Unsupported} for a module that changes its own attributes.
PreparedGraph prepareGraph(const torch::jit::Module &module, TrainingMode mode);

/// Calls `visit` for every node, those of nested blocks included, in order.
template <typename Visitor> void forEachNode(torch::jit::Block *block, const Visitor &visit)
{
    for (auto it = block->nodes().begin(); it != block->nodes().end();) {
        torch::jit::Node *node = *it++;
        for (torch::jit::Block *inner : node->blocks())
            forEachNode(inner, visit);
        visit(node);
    }
}

} // namespace quantloupe
