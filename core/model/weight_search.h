// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"
#include "model/graph_preparation.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quantloupe {

/// The positions of an operator's operands that matter for quantization.
struct LayerOperator
{
    LayerKind kind = LayerKind::Linear;
    int activation = 0;
    int weight = 1;
    /// -1 where the operator takes none.
    int bias = -1;
    /// Output-channel axis in the weight operand; negative counts from the last.
    int outputAxis = 0;
};

/// All ways in which `node` could be a layer, likeliest first; empty for other operators.
std::vector<LayerOperator> layerOperators(const torch::jit::Node *node);

/// The value to quantize behind one weight operand.
struct FoundWeight
{
    /// What takes the quantized tensor: the parameter, or parameter times static gain.
    torch::jit::Value *site = nullptr;
    torch::jit::Value *parameterValue = nullptr;
    /// Attribute path of the parameter, or a generated name in a frozen file.
    std::string parameter;
};

/// Finds parameters behind weight operands of one graph.
class WeightSearch
{
public:
    explicit WeightSearch(const PreparedGraph &prepared);

    /// True for values that depend on no network input and draw no random number.
    bool isStatic(const torch::jit::Value *value) const { return m_static.count(value) != 0; }
    std::optional<FoundWeight> find(torch::jit::Value *operand) const;
    /// The parameter that find() did not accept: operations it may not pass are between the two,
    /// and the result depends on data.
    std::optional<std::string> parameterBehind(torch::jit::Value *operand) const;

private:
    torch::jit::Value *anyParameterBehind(torch::jit::Value *operand) const;

    void collectParameters(const PreparedGraph &prepared);
    void collectStaticValues(const PreparedGraph &prepared);
    torch::jit::Value *siteOf(torch::jit::Value *parameter) const;
    std::set<torch::jit::Value *> frontierOf(torch::jit::Value *parameter,
                                             const torch::jit::Value *without) const;

    std::map<const torch::jit::Value *, std::string> m_parameters;
    std::set<const torch::jit::Value *> m_static;
};

/// Operators that only move or view elements of their first operand.
bool isShapeOnly(const torch::jit::Node *node);

} // namespace quantloupe
