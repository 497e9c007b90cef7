// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/input_origin.h"

#include <torch/csrc/jit/ir/constants.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace quantloupe {

using torch::jit::Node;
using torch::jit::Value;

namespace {

/// Positions among the operands of aten::batch_norm and aten::instance_norm.
constexpr std::size_t kNormMean = 3;
constexpr std::size_t kNormFlag = 5;

/// The one ONNX operator of modules that hold no tensor; empty for all other operations.
std::string plainOperator(const Node *node)
{
    static const std::map<std::string, std::string> names = {{"relu", "Relu"},
                                                             {"leaky_relu", "LeakyRelu"},
                                                             {"elu", "Elu"},
                                                             {"selu", "Selu"},
                                                             {"tanh", "Tanh"},
                                                             {"sigmoid", "Sigmoid"},
                                                             {"reflection_pad2d", "Pad"},
                                                             {"replication_pad2d", "Pad"},
                                                             {"upsample_nearest2d", "Resize"},
                                                             {"upsample_bilinear2d", "Resize"}};
    if (!node->kind().is_aten())
        return {};
    const std::string name = node->kind().toUnqualString();
    // Whether or not it scales, it has one place in a sequence.
    if (name == "instance_norm")
        return torch::jit::constant_as<bool>(node->input(kNormFlag)) == true
                   ? "InstanceNormalization"
                   : std::string();
    const auto found = names.find(name);
    return found == names.end() ? std::string() : found->second;
}

std::string withoutLastPart(const std::string &path)
{
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos ? std::string() : path.substr(0, dot);
}

/// "main" and 3 of "main.3".
struct NumberedName
{
    std::string parent;
    int number = 0;
};

std::optional<NumberedName> numberedName(const std::string &module)
{
    const std::string parent = withoutLastPart(module);
    const std::string_view part =
        std::string_view(module).substr(parent.empty() ? 0 : parent.size() + 1);
    NumberedName name{parent, 0};
    const auto [end, failure] =
        std::from_chars(part.data(), part.data() + part.size(), name.number);
    if (part.empty() || failure != std::errc() || end != part.data() + part.size())
        return {};
    return name;
}

/// The first node that is no plain module, and what lies between it and the value.
struct Chain
{
    Node *start = nullptr;
    int plainModules = 0;
    std::string lastOperator;
};

Chain chainBefore(Value *value)
{
    Chain chain{value->node(), 0, {}};
    for (std::string name = plainOperator(chain.start); !name.empty();
         name = plainOperator(chain.start)) {
        if (chain.plainModules++ == 0)
            chain.lastOperator = name;
        chain.start = chain.start->input(0)->node();
    }
    return chain;
}

class OriginSearch
{
public:
    OriginSearch(const PreparedGraph &prepared, const LayerUses &uses)
        : m_prepared(prepared), m_uses(uses)
    {
    }

    /// Of a module that holds tensors; the operator is empty where the exporter may write another.
    TensorOrigin of(Node *node) const
    {
        if (const auto use = m_uses.find(node); use != m_uses.end())
            return ofLayer(use->second);
        if (node->kind() != c10::aten::batch_norm)
            return {};
        const std::string module = withoutLastPart(attributeOf(node->input(kNormMean)));
        const bool isEvaluated = torch::jit::constant_as<bool>(node->input(kNormFlag)) == false;
        // It becomes a part of a convolution before it.
        const auto before = m_uses.find(node->input(0)->node());
        const bool isFolded =
            before != m_uses.end() && before->second.positions.kind == LayerKind::Convolution;
        return {module, isEvaluated && !isFolded ? "BatchNormalization" : ""};
    }

private:
    TensorOrigin ofLayer(const LayerUse &use) const
    {
        const std::string &parameter = use.weight.parameter;
        // The exporter numbers the nodes of a module that runs more than once.
        if (std::ranges::count_if(m_uses, [&](const auto &each) {
                return each.second.weight.parameter == parameter;
            }) > 1)
            return {};
        return {layerName(parameter), operatorOf(use.positions.kind)};
    }

    /// A linear layer is one Gemm only for inputs of two dimensions, and a product is no module.
    static std::string operatorOf(LayerKind kind)
    {
        switch (kind) {
        case LayerKind::Convolution:
        case LayerKind::TransposedConvolution:
        case LayerKind::Embedding:
            return std::string(onnxOperator(kind));
        case LayerKind::Linear:
        case LayerKind::MatrixProduct:
            break;
        }
        return {};
    }

    std::string attributeOf(const Value *value) const
    {
        const auto attributes = m_prepared.graph->inputs().slice(m_prepared.networkInputs);
        const auto found = std::find(attributes.begin(), attributes.end(), value);
        return found == attributes.end()
                   ? std::string()
                   : m_prepared
                         .attributePaths[static_cast<std::size_t>(found - attributes.begin())];
    }

    const PreparedGraph &m_prepared;
    const LayerUses &m_uses;
};

} // namespace

TensorOrigin inputOrigin(const PreparedGraph &prepared, const LayerUses &uses, const LayerUse &use)
{
    if (use.positions.activation < 0)
        return {};
    const Chain chain = chainBefore(use.node->input(use.positions.activation));
    const TensorOrigin start = OriginSearch(prepared, uses).of(chain.start);
    if (chain.plainModules == 0)
        return start.module.empty() || start.onnxOperator.empty() ? TensorOrigin() : start;
    const auto first = numberedName(start.module);
    const auto last = numberedName(layerName(use.weight.parameter));
    if (!first || !last || first->parent != last->parent ||
        last->number - first->number != chain.plainModules + 1)
        return {};
    const std::string number = std::to_string(last->number - 1);
    return {last->parent.empty() ? number : last->parent + "." + number, chain.lastOperator};
}

} // namespace quantloupe
