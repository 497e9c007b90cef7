// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layer_use.h"

#include <torch/csrc/jit/ir/constants.h>

#include <algorithm>

namespace quantloupe {

using torch::jit::Node;
using torch::jit::Value;

std::string layerName(std::string parameter)
{
    for (const std::string suffix :
         {".weight_orig", ".weight_bar", ".weight_v", ".parametrizations.weight.original",
          ".parametrizations.weight.original1", ".weight"})
        if (parameter.size() > suffix.size() && parameter.ends_with(suffix))
            return parameter.substr(0, parameter.size() - suffix.size());
    return parameter;
}

std::string unfixedWeight(const Node *node, const WeightSearch &search)
{
    // Only operators that always take a weight: a matrix product may well be one of data alone.
    const std::vector<LayerOperator> operators = layerOperators(node);
    if (operators.empty() || operators.front().kind == LayerKind::MatrixProduct ||
        operators.front().kind == LayerKind::Embedding)
        return {};
    Value *weight =
        const_cast<Node *>(node)->input(static_cast<std::size_t>(operators.front().weight));
    return layerName(search.parameterBehind(weight).value_or(std::string()));
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

namespace {

/// What the node only reshapes, pads, or moves and scales by values known before a run; null for
/// every other operation.
Value *sameData(Node *node, const WeightSearch &search)
{
    static const std::set<std::string> ofOne = {"pad", "reflection_pad2d", "constant_pad_nd",
                                                "replication_pad2d", "neg"};
    static const std::set<std::string> ofTwo = {"add", "sub", "rsub", "mul", "div"};
    const std::string name = node->kind().toUnqualString();
    if (isShapeOnly(node) || ofOne.count(name) != 0)
        return node->input(0);
    if (!node->kind().is_aten() || ofTwo.count(name) == 0 ||
        search.isStatic(node->input(0)) == search.isStatic(node->input(1)))
        return nullptr;
    return node->input(search.isStatic(node->input(0)) ? 1 : 0);
}

} // namespace

bool isNetworkInput(const PreparedGraph &prepared, const WeightSearch &search, Value *value)
{
    const auto inputs = prepared.graph->inputs().slice(0, prepared.networkInputs);
    while (value && std::find(inputs.begin(), inputs.end(), value) == inputs.end())
        value = sameData(value->node(), search);
    return value != nullptr;
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
