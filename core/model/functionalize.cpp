// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/functionalize.h"

#include "model/graph_preparation.h"

#include <torch/csrc/jit/ir/alias_analysis.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>

#include <vector>

namespace quantloupe {

using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

namespace {

bool isInPlace(const Node *node)
{
    const torch::jit::FunctionSchema *schema = node->maybeSchema();
    return node->kind().is_aten() && schema && schema->is_mutable() &&
           std::string_view(node->kind().toUnqualString()).ends_with('_') &&
           node->outputs().size() == 1 && !node->inputs().empty();
}

/// The user of a value at the level of `node`, if it comes after `node`.
bool isUsedAfter(const Value *value, const Node *node)
{
    for (const torch::jit::Use &use : value->uses()) {
        const Node *user = use.user;
        while (user && user->owningBlock() != node->owningBlock())
            user = user->owningBlock() ? user->owningBlock()->owningNode() : nullptr;
        if (!user || (user != node && user->isAfter(node)))
            return true;
    }
    return false;
}

/// True if only the written value itself and the node's output are read after the node.
bool ownsItsMemory(const std::shared_ptr<Graph> &graph, Node *node)
{
    const torch::jit::AliasDb aliases(graph);
    const Value *written = node->input(0);
    const auto disturbs = [&](const Value *value) {
        return value != written && value != node->output() &&
               value->type()->kind() == c10::TypeKind::TensorType &&
               aliases.mayAlias(value, written) && isUsedAfter(value, node);
    };
    for (const Value *input : graph->inputs())
        if (disturbs(input))
            return false;
    for (const Node *other : graph->nodes()) {
        if (other == node)
            break;
        for (const Value *output : other->outputs())
            if (disturbs(output))
                return false;
    }
    return true;
}

bool replaceByPlainForm(Graph &graph, Node *node)
{
    std::string name = node->kind().toQualString();
    name.pop_back();
    Node *plain = graph.create(c10::Symbol::fromQualString(name), node->inputs(), 1);
    plain->insertBefore(node);
    if (!plain->maybeSchema()) {
        plain->destroy();
        return false;
    }
    plain->copyMetadata(node);
    plain->output()->setType(node->output()->type());
    Value *written = node->input(0);
    node->output()->replaceAllUsesWith(plain->output());
    // Whoever read the overwritten value afterwards saw the result.
    written->replaceAllUsesAfterNodeWith(node, plain->output());
    node->destroy();
    return true;
}

} // namespace

bool writesIntoSharedMemory(const std::shared_ptr<Graph> &graph)
{
    const auto writes = [](const Node *node) {
        const torch::jit::FunctionSchema *schema = node->maybeSchema();
        return schema && schema->is_mutable();
    };
    bool found = false;
    forEachNode(graph->block(), [&](Node *node) {
        const bool topLevel = node->owningBlock() == graph->block();
        const bool freshNoise =
            topLevel && isInPlace(node) && node->isNondeterministic() && ownsItsMemory(graph, node);
        found |= writes(node) && !freshNoise;
    });
    return found;
}

void functionalize(const std::shared_ptr<Graph> &graph)
{
    std::vector<Node *> candidates;
    for (Node *node : graph->nodes())
        if (isInPlace(node))
            candidates.push_back(node);
    for (Node *node : candidates)
        if (ownsItsMemory(graph, node))
            replaceByPlainForm(*graph, node);
    torch::jit::EliminateDeadCode(graph);
}

} // namespace quantloupe
