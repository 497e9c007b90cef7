// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layer_use.h"

#include <torch/csrc/jit/ir/constants.h>

#include <algorithm>

namespace quantloupe {

using torch::jit::Node;
using torch::jit::Value;

std::string layerName(std::string parameter)
{
    for (const std::string suffix : {".weight_orig", ".weight_v", ".weight"})
        if (parameter.size() > suffix.size() && parameter.ends_with(suffix))
            return parameter.substr(0, parameter.size() - suffix.size());
    return parameter;
}

std::int64_t groupsOf(const LayerUse &use, bool unchangedShape)
{
    const std::string name = use.node->kind().toUnqualString();
    int position = -1;
    if (name == "_convolution" || name == "convolution")
        position = 8;
    else if (use.positions.kind == LayerKind::Convolution)
        position = 6;
    else if (use.positions.kind == LayerKind::TransposedConvolution)
        position = 6;
    if (position < 0 || !unchangedShape)
        return 1;
    const auto groups = torch::jit::toIValue(use.node->input(position));
    return groups && groups->isInt() ? groups->toInt() : 1;
}

bool isNetworkInput(const PreparedGraph &prepared, Value *value)
{
    static const std::set<std::string> padding = {"pad", "reflection_pad2d", "constant_pad_nd",
                                                  "replication_pad2d"};
    const auto inputs = prepared.graph->inputs().slice(0, prepared.networkInputs);
    while (std::find(inputs.begin(), inputs.end(), value) == inputs.end()) {
        Node *node = value->node();
        if (!isShapeOnly(node) && padding.count(node->kind().toUnqualString()) == 0)
            return false;
        value = node->input(0);
    }
    return true;
}

std::vector<UnquantizedOperation> unquantizedOperations(const PreparedGraph &prepared,
                                                        const WeightSearch &search,
                                                        const LayerUses &layers)
{
    std::map<std::string, int> counts;
    forEachNode(prepared.graph->block(), [&](Node *node) {
        const bool isTensor = node->outputs().size() == 1 &&
                              node->output()->type()->kind() == c10::TypeKind::TensorType;
        if (isTensor && node->kind().is_aten() && layers.count(node) == 0 &&
            !search.isStatic(node->output()) && !isShapeOnly(node))
            ++counts[node->kind().toUnqualString()];
    });
    std::vector<UnquantizedOperation> operations;
    for (const auto &[operation, count] : counts)
        operations.push_back({operation, count});
    return operations;
}

} // namespace quantloupe
