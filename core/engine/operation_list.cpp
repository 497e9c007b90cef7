// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/operation_list.h"

#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>

#include <algorithm>
#include <array>

namespace quantloupe {

using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

namespace {

constexpr std::array kMovesOfAxes = {"t", "transpose", "permute", "numpy_T", "contiguous"};

/// The graph a segment was compiled from, as the interpreter keeps it.
const Graph *graphOf(const Step &step)
{
    for (const Node *node : step.code.instructions_source())
        if (node)
            return node->owningGraph();
    return nullptr;
}

void addReads(const Node *node, std::vector<const Value *> &reads)
{
    for (const Value *input : node->inputs())
        reads.push_back(input);
    for (const torch::jit::Block *block : node->blocks()) {
        for (const Node *inner : block->nodes())
            addReads(inner, reads);
        for (const Value *output : block->outputs())
            reads.push_back(output);
    }
}

} // namespace

OperationList::OperationList(const Program &program)
    : m_next(static_cast<ValueId>(program.valueCount()))
{
    for (std::size_t i = 0; i < program.constants.size(); ++i)
        if (program.constants[i])
            m_known[static_cast<ValueId>(i)] = *program.constants[i];
    for (std::size_t s = 0; s < program.steps.size(); ++s)
        if (program.steps[s].kind == StepKind::Segment)
            addSegment(program.steps[s], s);
        else
            addStep(program.steps[s], s);
    for (std::size_t i = 0; i < m_operations.size(); ++i) {
        for (const ValueId output : m_operations[i].outputs)
            m_producers[output] = i;
        for (const ValueId input : m_operations[i].inputs)
            if (std::vector<std::size_t> &readers = m_readers[input];
                readers.empty() || readers.back() != i)
                readers.push_back(i);
    }
}

void OperationList::addStep(const Step &step, std::size_t index)
{
    m_operations.push_back({step.operatorName, index, step.inputs, step.outputs, nullptr});
}

void OperationList::addSegment(const Step &step, std::size_t index)
{
    const Graph *graph = graphOf(step);
    if (!graph)
        return addStep(step, index);
    std::map<const Value *, ValueId> ids;
    for (std::size_t i = 0; i < graph->inputs().size(); ++i)
        ids[graph->inputs()[i]] = step.inputs.at(i);
    for (std::size_t i = 0; i < graph->outputs().size(); ++i)
        ids[graph->outputs()[i]] = step.outputs.at(i);
    const auto idOf = [&](const Value *value) {
        const auto [found, isNew] = ids.try_emplace(value, m_next);
        m_next += isNew;
        return found->second;
    };
    for (const Node *node : graph->nodes()) {
        if (node->kind() == c10::prim::Constant) {
            if (auto value = torch::jit::toIValue(node->output()))
                m_known[idOf(node->output())] = *std::move(value);
            continue;
        }
        // What the interpreter adds to free values makes none.
        if (node->outputs().empty() && node->blocks().empty())
            continue;
        Operation operation{node->kind().toUnqualString(), index, {}, {}, node};
        std::vector<const Value *> reads;
        addReads(node, reads);
        for (const Value *value : reads)
            operation.inputs.push_back(idOf(value));
        for (const Value *output : node->outputs())
            operation.outputs.push_back(idOf(output));
        m_operations.push_back(std::move(operation));
    }
}

const Operation *OperationList::producer(ValueId value) const
{
    const auto found = m_producers.find(value);
    return found == m_producers.end() ? nullptr : &m_operations[found->second];
}

std::vector<const Operation *> OperationList::readers(ValueId value) const
{
    std::vector<const Operation *> readers;
    if (const auto found = m_readers.find(value); found != m_readers.end())
        for (const std::size_t index : found->second)
            readers.push_back(&m_operations[index]);
    return readers;
}

const c10::IValue *OperationList::known(ValueId value) const
{
    const auto found = m_known.find(value);
    return found == m_known.end() ? nullptr : &found->second;
}

bool usesWeightItself(const Program &program, const OperationList &operations, const Step &step)
{
    const ValueId weight = program.layers.at(static_cast<std::size_t>(step.layer)).value;
    ValueId value = step.inputs.at(static_cast<std::size_t>(step.weightInput));
    while (value != weight) {
        const Operation *made = operations.producer(value);
        if (!made || std::ranges::none_of(kMovesOfAxes,
                                          [&](const char *name) { return made->name == name; }))
            return false;
        value = made->inputs.front();
    }
    return true;
}

} // namespace quantloupe
