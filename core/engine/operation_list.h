// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/program.h"

#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// One operation of a program: a step of its own, or one of those compiled into a segment.
struct Operation
{
    /// Without its namespace: "relu".
    std::string name;
    /// Index into Program::steps.
    std::size_t step = 0;
    /// Values of the program, or from Program::valueCount() on those within segments. What nested
    /// blocks read from outside counts as an input.
    std::vector<ValueId> inputs;
    std::vector<ValueId> outputs;
    /// Null for a step of its own; lives as long as the program.
    const torch::jit::Node *node = nullptr;
};

/// All operations of a program in execution order, and who makes and reads what.
class OperationList
{
public:
    explicit OperationList(const Program &program);

    const std::vector<Operation> &all() const { return m_operations; }
    /// Null for a value that no operation makes.
    const Operation *producer(ValueId value) const;
    /// Each reader once, in execution order.
    std::vector<const Operation *> readers(ValueId value) const;
    /// The value as it is known before a run; null for any other.
    const c10::IValue *known(ValueId value) const;

private:
    void addStep(const Step &step, std::size_t index);
    void addSegment(const Step &step, std::size_t index);

    std::vector<Operation> m_operations;
    std::map<ValueId, std::size_t> m_producers;
    std::map<ValueId, std::vector<std::size_t>> m_readers;
    std::map<ValueId, c10::IValue> m_known;
    ValueId m_next = 0;
};

/// The step's weight operand is the layer's weight, at most with its axes in another order.
bool usesWeightItself(const Program &program, const OperationList &operations, const Step &step);

} // namespace quantloupe
