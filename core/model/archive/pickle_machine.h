// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/byte_reader.h"
#include "model/archive/pickle_opcodes.h"
#include "model/archive/pickle_tree.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quantloupe {

/// The stack machine behind readPickle(). Each group of opcodes has its own source file; a group's
/// function returns false if the opcode is not one of its own.
class PickleMachine
{
public:
    explicit PickleMachine(ByteReader &input) : m_input(input) {}
    /// Runs up to STOP.
    PickleTree run();

private:
    void step(Opcode op);
    bool runNumber(Opcode op);
    bool runText(Opcode op);
    bool runContainer(Opcode op);
    bool runMutation(Opcode op);
    bool runMemo(Opcode op);
    bool runStack(Opcode op);
    bool runObject(Opcode op);

    [[noreturn]] void fail(std::string_view reason) const;
    PickleId add(PickleValue value);
    void push(PickleId id);
    void pushKind(PickleKind kind) { push(add({.kind = kind})); }
    void pushInteger(std::int64_t value) { pushScalar(PickleKind::Int, value); }
    void pushScalar(PickleKind kind, std::int64_t value);
    void pushText(PickleKind kind, std::string_view text);
    void pushItems(PickleKind kind, std::vector<PickleId> items);
    PickleId pop();
    PickleId top() const;
    std::vector<PickleId> popToMark();
    std::vector<PickleId> popCount(std::size_t count);
    /// Counts items that are copied, which a small pickle could otherwise do without end.
    void charge(std::size_t items);

    void pushInt(std::string_view line);
    void pushLong(std::string_view digits);
    void pushLongBytes(std::uint64_t count);
    void append(PickleId target, const std::vector<PickleId> &items, PickleKind expected);
    void remember(std::uint64_t index);
    void recall(std::uint64_t index);
    std::uint64_t memoIndex(std::string_view line) const;

    PickleId addGlobal(std::string_view module, std::string_view name);
    void pushStackGlobal();
    void pushStorage();
    PickleId call(PickleId callable, PickleId arguments);
    PickleId callKnown(const KnownGlobal &global, PickleId arguments);
    PickleId makeDict(PickleId arguments);
    PickleId makeFromType(PickleId arguments);
    PickleId construct(PickleId type);
    void build();

    ByteReader &m_input;
    PickleTree m_tree;
    std::vector<PickleId> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint64_t, PickleId> m_memo;
    std::size_t m_copied = 0;
};

} // namespace quantloupe
