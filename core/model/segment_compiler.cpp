// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/segment_compiler.h"

#include <torch/csrc/jit/ir/constants.h>

#include <algorithm>
#include <map>
#include <set>

namespace quantloupe {

using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

namespace {

/// Values defined outside `nodes` that they or their nested blocks read.
std::vector<Value *> outerValues(const std::vector<Node *> &nodes)
{
    std::set<const Value *> inside;
    std::vector<Value *> outer;
    const auto visit = [&](const auto &self, Node *node) -> void {
        for (Value *input : node->inputs())
            if (inside.insert(input).second)
                outer.push_back(input);
        for (torch::jit::Block *block : node->blocks()) {
            inside.insert(block->inputs().begin(), block->inputs().end());
            for (Node *inner : block->nodes())
                self(self, inner);
            for (Value *output : block->outputs())
                if (inside.insert(output).second)
                    outer.push_back(output);
        }
        inside.insert(node->outputs().begin(), node->outputs().end());
    };
    for (Node *node : nodes)
        visit(visit, node);
    return outer;
}

bool isWithin(const Node *node, const std::set<const Node *> &nodes)
{
    while (node && nodes.count(node) == 0)
        node = node->owningBlock() ? node->owningBlock()->owningNode() : nullptr;
    return node != nullptr;
}

std::vector<Value *> resultsOf(const std::vector<Node *> &nodes)
{
    const std::set<const Node *> members(nodes.begin(), nodes.end());
    std::vector<Value *> results;
    for (Node *node : nodes)
        for (Value *output : node->outputs())
            if (std::any_of(
                    output->uses().begin(), output->uses().end(),
                    [&](const torch::jit::Use &use) { return !isWithin(use.user, members); }))
                results.push_back(output);
    return results;
}

/// The top-level nodes behind `wanted`.
std::set<const Node *> nodesBehind(const std::vector<Value *> &wanted)
{
    std::set<const Node *> needed;
    std::vector<Value *> open = wanted;
    while (!open.empty()) {
        Node *node = open.back()->node();
        open.pop_back();
        if (!needed.insert(node).second)
            continue;
        const std::vector<Value *> outer = outerValues({node});
        open.insert(open.end(), outer.begin(), outer.end());
    }
    return needed;
}

std::vector<c10::IValue> evaluateNodes(const PreparedGraph &prepared,
                                       const std::vector<c10::IValue> &inputs,
                                       const std::vector<Value *> &wanted, bool onlyNeeded)
{
    const std::set<const Node *> needed = nodesBehind(wanted);
    auto graph = std::make_shared<Graph>();
    std::map<Value *, Value *> copies;
    for (Value *value : prepared.graph->inputs()) {
        Value *input = graph->addInput();
        input->setType(value->type());
        copies[value] = input;
    }
    for (Node *node : prepared.graph->nodes()) {
        if (onlyNeeded && needed.count(node) == 0)
            continue;
        Node *copy = graph->appendNode(
            graph->createClone(node, [&](Value *value) { return copies.at(value); }));
        for (std::size_t i = 0; i < node->outputs().size(); ++i)
            copies[node->outputs()[i]] = copy->outputs()[i];
    }
    for (Value *value : wanted)
        graph->registerOutput(copies.at(value));
    torch::jit::Stack stack(inputs.begin(), inputs.end());
    stack.insert(stack.end(), prepared.attributes.begin(), prepared.attributes.end());
    torch::jit::InterpreterState(torch::jit::Code(graph, "whole")).run(stack);
    return stack;
}

} // namespace

CompiledSegment compileSegment(const std::vector<Node *> &nodes)
{
    auto graph = std::make_shared<Graph>();
    std::map<const Value *, Value *> copies;
    CompiledSegment segment;
    for (Value *value : outerValues(nodes)) {
        if (value->node()->kind() == c10::prim::Constant) {
            Node *copy = graph->createClone(value->node(), [](Value *v) { return v; });
            copies[value] = graph->appendNode(copy)->output();
            continue;
        }
        Value *input = graph->addInput();
        input->setType(value->type());
        copies[value] = input;
        segment.inputs.push_back(value);
    }
    for (Node *node : nodes) {
        Node *copy = graph->createClone(node, [&](Value *value) { return copies.at(value); });
        graph->appendNode(copy);
        for (std::size_t i = 0; i < node->outputs().size(); ++i)
            copies[node->outputs()[i]] = copy->outputs()[i];
    }
    segment.outputs = resultsOf(nodes);
    for (Value *output : segment.outputs)
        graph->registerOutput(copies.at(output));
    segment.code = torch::jit::Code(graph, "segment");
    return segment;
}

std::vector<c10::IValue> evaluate(const PreparedGraph &prepared,
                                  const std::vector<c10::IValue> &inputs,
                                  const std::vector<Value *> &wanted)
{
    return evaluateNodes(prepared, inputs, wanted, !prepared.hasMutation);
}

std::vector<c10::IValue> evaluateStatic(const PreparedGraph &prepared,
                                        const std::vector<Value *> &wanted)
{
    return evaluateNodes(prepared, std::vector<c10::IValue>(prepared.networkInputs), wanted, true);
}

} // namespace quantloupe
