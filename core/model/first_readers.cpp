// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/first_readers.h"

#include "model/segment_compiler.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/constants.h>

namespace quantloupe {

using torch::jit::Node;
using torch::jit::Value;

namespace {

bool passesOn(const Node *node)
{
    static const std::set<std::string> names = {"cat",
                                                "mul",
                                                "add",
                                                "sub",
                                                "div",
                                                "pad",
                                                "reflection_pad2d",
                                                "clamp",
                                                "normalize",
                                                "pow",
                                                "mean",
                                                "rsqrt",
                                                "one_hot",
                                                "select",
                                                "slice",
                                                "sqrt",
                                                "neg",
                                                "size",
                                                "norm",
                                                "clamp_min",
                                                "expand_as",
                                                "linalg_vector_norm",
                                                "replication_pad2d",
                                                "constant_pad_nd",
                                                "sum",
                                                "square",
                                                "upsample_nearest2d",
                                                "index_select"};
    return isShapeOnly(node) || names.count(node->kind().toUnqualString()) != 0 ||
           node->kind() == c10::prim::ListConstruct || node->kind() == c10::prim::TupleConstruct;
}

std::int64_t inputFeatures(const LayerOperator &positions, Node *node, const Shape &weight)
{
    switch (positions.kind) {
    case LayerKind::Convolution: {
        const std::string name = node->kind().toUnqualString();
        const std::size_t at = name == "conv2d" || name == "conv1d" || name == "conv3d" ? 6 : 8;
        const auto groups = torch::jit::toIValue(node->input(at));
        return weight.at(1) * (groups && groups->isInt() ? groups->toInt() : 1);
    }
    case LayerKind::TransposedConvolution:
        return weight.at(0);
    case LayerKind::Linear:
        return positions.outputAxis == 0 ? weight.at(1) : weight.at(0);
    case LayerKind::MatrixProduct:
        return positions.activation == 0 ? weight.at(0) : weight.at(1);
    case LayerKind::Embedding:
        return weight.at(0);
    }
    return 0;
}

} // namespace

std::vector<FirstReader> ReaderSearch::readersOf(Value *input)
{
    m_seen.clear();
    m_found.clear();
    follow(input);
    return m_found;
}

void ReaderSearch::follow(Value *value)
{
    if (!m_seen.insert(value).second)
        return;
    for (const torch::jit::Use &use : value->uses())
        if (!addReader(use) && passesOn(use.user))
            for (Value *output : use.user->outputs())
                follow(output);
}

bool ReaderSearch::addReader(const torch::jit::Use &use)
{
    for (const LayerOperator &positions : layerOperators(use.user)) {
        Value *weight = use.user->input(static_cast<std::size_t>(positions.weight));
        if (static_cast<int>(use.offset) == positions.weight || !m_search.isStatic(weight))
            continue;
        const c10::IValue tensor = evaluateStatic(m_prepared, {weight}).at(0);
        if (!tensor.isTensor() || tensor.toTensor().dim() < 2)
            continue;
        const Shape shape = tensor.toTensor().sizes().vec();
        m_found.push_back({positions.kind, inputFeatures(positions, use.user, shape), shape.back(),
                           positions.kind == LayerKind::Embedding});
        return true;
    }
    return false;
}

} // namespace quantloupe
