// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weight_search.h"

#include <torch/csrc/jit/ir/alias_analysis.h>
#include <torch/csrc/jit/ir/constants.h>

#include <algorithm>
#include <array>

namespace quantloupe {

using torch::jit::Node;
using torch::jit::Value;

namespace {

bool isTensor(const Value *value)
{
    return value->type()->kind() == c10::TypeKind::TensorType;
}

bool isTrueConstant(Value *value)
{
    const auto constant = torch::jit::toIValue(value);
    return constant && constant->isBool() && constant->toBool();
}

std::optional<at::Tensor> constantTensor(Value *value)
{
    const auto constant = torch::jit::toIValue(value);
    return constant && constant->isTensor() ? std::optional(constant->toTensor()) : std::nullopt;
}

/// Arithmetic a weight may pass through on its way to the operator.
bool isWeightArithmetic(const Node *node)
{
    static const std::set<std::string> names = {"mul",
                                                "div",
                                                "add",
                                                "sub",
                                                "neg",
                                                "pow",
                                                "sqrt",
                                                "rsqrt",
                                                "reciprocal",
                                                "abs",
                                                "square",
                                                "sum",
                                                "norm",
                                                "dot",
                                                "mv",
                                                "matmul",
                                                "mean",
                                                "clamp",
                                                "tanh",
                                                "sign",
                                                "divide",
                                                "multiply",
                                                "linalg_vector_norm",
                                                "true_divide",
                                                "clamp_min",
                                                "_weight_norm"};
    return names.count(node->kind().toUnqualString()) != 0;
}

} // namespace

bool isShapeOnly(const Node *node)
{
    static const std::set<std::string> names = {
        "t",       "transpose", "permute",    "numpy_T",      "unsqueeze", "squeeze", "reshape",
        "view",    "flip",      "contiguous", "detach",       "clone",     "alias",   "expand",
        "flatten", "to",        "type_as",    "_unsafe_view", "expand_as", "float"};
    return node->kind().is_aten() && names.count(node->kind().toUnqualString()) != 0;
}

std::vector<LayerOperator> layerOperators(const Node *node)
{
    if (!node->kind().is_aten())
        return {};
    const std::string name = node->kind().toUnqualString();
    if (name == "conv1d" || name == "conv2d" || name == "conv3d")
        return {{LayerKind::Convolution, 0, 1, 2, 0}};
    if (name == "conv_transpose1d" || name == "conv_transpose2d" || name == "conv_transpose3d")
        return {{LayerKind::TransposedConvolution, 0, 1, 2, 1}};
    if (name == "_convolution" || name == "convolution")
        return isTrueConstant(const_cast<Node *>(node)->input(6))
                   ? std::vector<LayerOperator>{{LayerKind::TransposedConvolution, 0, 1, 2, 1}}
                   : std::vector<LayerOperator>{{LayerKind::Convolution, 0, 1, 2, 0}};
    if (name == "linear")
        return {{LayerKind::Linear, 0, 1, 2, 0}};
    if (name == "addmm")
        return {{LayerKind::Linear, 1, 2, 0, 1}, {LayerKind::MatrixProduct, 2, 1, 0, 0}};
    if (name == "matmul" || name == "mm")
        return {{LayerKind::MatrixProduct, 0, 1, -1, -1}, {LayerKind::MatrixProduct, 1, 0, -1, -2}};
    if (name == "embedding")
        return {{LayerKind::Embedding, -1, 0, -1, 1}};
    return {};
}

WeightSearch::WeightSearch(const PreparedGraph &prepared)
{
    collectParameters(prepared);
    collectStaticValues(prepared);
}

void WeightSearch::collectParameters(const PreparedGraph &prepared)
{
    const auto inputs = prepared.graph->inputs();
    for (std::size_t i = 0; i < prepared.attributes.size(); ++i) {
        const c10::IValue &value = prepared.attributes[i];
        if (value.isTensor() && value.toTensor().dim() >= 2 &&
            prepared.isParameter.at(prepared.attributePaths[i]))
            m_parameters[inputs[prepared.networkInputs + i]] = prepared.attributePaths[i];
    }
    if (!m_parameters.empty())
        return;
    // A file that was frozen before it was saved holds its parameters as nameless constants.
    for (Node *node : prepared.graph->nodes()) {
        for (const LayerOperator &candidate : layerOperators(node)) {
            Value *weight = node->input(candidate.weight);
            const auto tensor = constantTensor(weight);
            if (!tensor || tensor->dim() < 2 || m_parameters.count(weight))
                continue;
            m_parameters[weight] = std::string(node->kind().toUnqualString()) + "_" +
                                   std::to_string(m_parameters.size() + 1) + ".weight";
            break;
        }
    }
}

void WeightSearch::collectStaticValues(const PreparedGraph &prepared)
{
    const torch::jit::AliasDb aliases(prepared.graph);
    const auto inputs = prepared.graph->inputs();
    for (std::size_t i = prepared.networkInputs; i < inputs.size(); ++i)
        m_static.insert(inputs[i]);
    for (Node *node : prepared.graph->nodes()) {
        const auto isKnown = [&](const Value *input) { return m_static.count(input) != 0; };
        const bool plain = node->blocks().empty() && !node->isNondeterministic() &&
                           !node->hasSideEffects() && !aliases.hasWriters(node);
        if (plain && std::all_of(node->inputs().begin(), node->inputs().end(), isKnown))
            m_static.insert(node->outputs().begin(), node->outputs().end());
    }
}

std::optional<FoundWeight> WeightSearch::find(Value *operand) const
{
    Value *best = nullptr;
    std::vector<Value *> open = {operand};
    std::set<Value *> seen;
    while (!open.empty()) {
        Value *value = open.back();
        open.pop_back();
        if (!isTensor(value) || !seen.insert(value).second)
            continue;
        const auto parameter = m_parameters.find(value);
        if (parameter != m_parameters.end()) {
            // The first one found along the first operands is the weight; gains and norms are
            // smaller or follow later.
            if (!best)
                best = value;
            continue;
        }
        Node *node = value->node();
        if (isShapeOnly(node))
            open.push_back(node->input(0));
        else if (isWeightArithmetic(node) && layerOperators(node).empty())
            for (std::size_t i = node->inputs().size(); i-- > 0;)
                open.push_back(node->input(i));
    }
    if (best)
        return FoundWeight{siteOf(best), best, m_parameters.at(best)};
    // Whatever computes it, a value that follows from parameters alone is a weight.
    Value *parameter = isStatic(operand) ? anyParameterBehind(operand) : nullptr;
    if (!parameter)
        return std::nullopt;
    while (isShapeOnly(operand->node()))
        operand = operand->node()->input(0);
    return FoundWeight{operand, operand, m_parameters.at(parameter)};
}

Value *WeightSearch::anyParameterBehind(Value *operand) const
{
    std::vector<Value *> open = {operand};
    std::set<Value *> seen;
    while (!open.empty()) {
        Value *value = open.back();
        open.pop_back();
        if (!isTensor(value) || !seen.insert(value).second)
            continue;
        if (m_parameters.count(value))
            return value;
        // What a layer puts out is no weight of the next.
        if (isStatic(value) || layerOperators(value->node()).empty())
            for (std::size_t i = value->node()->inputs().size(); i-- > 0;)
                open.push_back(value->node()->input(i));
    }
    return nullptr;
}

std::optional<std::string> WeightSearch::parameterBehind(Value *operand) const
{
    Value *parameter = anyParameterBehind(operand);
    return parameter ? std::optional(m_parameters.at(parameter)) : std::nullopt;
}

std::set<Value *> WeightSearch::frontierOf(Value *parameter, const Value *without) const
{
    std::set<Value *> frontier;
    std::vector<Value *> open = {parameter};
    std::set<Value *> seen;
    while (!open.empty()) {
        Value *value = open.back();
        open.pop_back();
        if (value == without || !seen.insert(value).second)
            continue;
        for (const torch::jit::Use &use : value->uses()) {
            const auto outputs = use.user->outputs();
            const bool ends = use.user->owningBlock() != parameter->owningGraph()->block() ||
                              use.user->kind() == c10::prim::Return ||
                              !layerOperators(use.user).empty() || outputs.empty() ||
                              !isStatic(outputs[0]);
            if (ends)
                frontier.insert(value);
            else
                open.insert(open.end(), outputs.begin(), outputs.end());
        }
    }
    return frontier;
}

/// The last static value that every use of the parameter passes through, before pure moves of
/// elements: parameter times static gain.
Value *WeightSearch::siteOf(Value *parameter) const
{
    Value *site = parameter;
    Value *candidate = parameter;
    while (true) {
        Value *next = nullptr;
        for (const torch::jit::Use &use : candidate->uses()) {
            const auto outputs = use.user->outputs();
            if (outputs.size() == 1 && isStatic(outputs[0]) && isTensor(outputs[0]) &&
                layerOperators(use.user).empty() &&
                (isShapeOnly(use.user) || isWeightArithmetic(use.user)) &&
                frontierOf(parameter, outputs[0]).empty()) {
                next = outputs[0];
                break;
            }
        }
        if (!next)
            return site;
        candidate = next;
        if (!isShapeOnly(next->node()))
            site = next;
    }
}

} // namespace quantloupe
