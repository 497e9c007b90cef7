// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/pickle_machine.h"

#include <charconv>
#include <iterator>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::size_t kMaximumValues = 4'000'000;
constexpr std::size_t kMaximumStack = 1'000'000;
constexpr std::size_t kMaximumMarks = 10'000;
constexpr std::size_t kMaximumMemo = 4'000'000;
constexpr std::size_t kMaximumCopied = 4'000'000;
constexpr std::uint8_t kHighestProtocol = 5;

} // namespace

void PickleMachine::fail(std::string_view reason) const
{
    throwBadArchive(m_input.file(), "is not a readable pickle: " + std::string(reason) +
                                        " at byte " + std::to_string(m_input.position()) +
                                        "; it was damaged, copy or download it again.");
}

PickleTree PickleMachine::run()
{
    for (;;) {
        const auto op = static_cast<Opcode>(m_input.little<std::uint8_t>());
        if (op == Opcode::Stop)
            break;
        step(op);
    }
    m_tree.root = pop();
    return std::move(m_tree);
}

void PickleMachine::step(Opcode op)
{
    const bool known = runNumber(op) || runText(op) || runContainer(op) || runMutation(op) ||
                       runMemo(op) || runStack(op) || runObject(op);
    if (!known)
        fail("unknown opcode " + std::to_string(static_cast<int>(op)));
}

PickleId PickleMachine::add(PickleValue value)
{
    if (m_tree.values.size() >= kMaximumValues)
        fail("more values than a weight file needs");
    m_tree.values.push_back(std::move(value));
    return static_cast<PickleId>(m_tree.values.size() - 1);
}

void PickleMachine::push(PickleId id)
{
    if (m_stack.size() >= kMaximumStack)
        fail("more values on the stack than a weight file needs");
    m_stack.push_back(id);
}

void PickleMachine::pushScalar(PickleKind kind, std::int64_t value)
{
    push(add({.kind = kind, .integer = value}));
}

void PickleMachine::pushText(PickleKind kind, std::string_view text)
{
    push(add({.kind = kind, .text = text}));
}

void PickleMachine::pushItems(PickleKind kind, std::vector<PickleId> items)
{
    push(add({.kind = kind, .items = std::move(items)}));
}

PickleId PickleMachine::top() const
{
    if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back()))
        fail("a value is missing");
    return m_stack.back();
}

PickleId PickleMachine::pop()
{
    const PickleId id = top();
    m_stack.pop_back();
    return id;
}

std::vector<PickleId> PickleMachine::popCount(std::size_t count)
{
    std::vector<PickleId> items(count);
    for (std::size_t i = count; i-- > 0;)
        items[i] = pop();
    return items;
}

std::vector<PickleId> PickleMachine::popToMark()
{
    if (m_marks.empty())
        fail("a mark is missing");
    const auto start = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<PickleId> items(start, m_stack.end());
    m_stack.erase(start, m_stack.end());
    m_marks.pop_back();
    return items;
}

void PickleMachine::charge(std::size_t items)
{
    m_copied += items;
    if (m_copied > kMaximumCopied)
        fail("more values than a weight file needs");
}

bool PickleMachine::runStack(Opcode op)
{
    switch (op) {
    case Opcode::Proto:
        if (m_input.little<std::uint8_t>() > kHighestProtocol)
            fail("an unknown protocol");
        return true;
    case Opcode::Frame:
        if (m_input.little<std::uint64_t>() > m_input.remaining())
            throwCutShort(m_input.file(), "its pickle");
        return true;
    case Opcode::Mark:
        if (m_marks.size() >= kMaximumMarks)
            fail("nesting deeper than a weight file needs");
        m_marks.push_back(m_stack.size());
        return true;
    case Opcode::PopMark:
        popToMark();
        return true;
    case Opcode::Pop:
        if (!m_marks.empty() && m_marks.back() == m_stack.size())
            m_marks.pop_back();
        else
            pop();
        return true;
    case Opcode::Dup:
        push(top());
        return true;
    default:
        return false;
    }
}

std::uint64_t PickleMachine::memoIndex(std::string_view line) const
{
    std::uint64_t index = 0;
    const auto [end, status] = std::from_chars(line.data(), line.data() + line.size(), index);
    if (status != std::errc() || end != line.data() + line.size())
        fail("a malformed memo index");
    return index;
}

void PickleMachine::remember(std::uint64_t index)
{
    m_memo[index] = top();
    if (m_memo.size() > kMaximumMemo)
        fail("more memo entries than a weight file needs");
}

void PickleMachine::recall(std::uint64_t index)
{
    const auto found = m_memo.find(index);
    if (found == m_memo.end())
        fail("a missing memo entry");
    push(found->second);
}

bool PickleMachine::runMemo(Opcode op)
{
    switch (op) {
    case Opcode::Put:
        remember(memoIndex(m_input.takeLine()));
        return true;
    case Opcode::BinPut:
        remember(m_input.little<std::uint8_t>());
        return true;
    case Opcode::LongBinPut:
        remember(m_input.little<std::uint32_t>());
        return true;
    case Opcode::Memoize:
        remember(m_memo.size());
        return true;
    case Opcode::Get:
        recall(memoIndex(m_input.takeLine()));
        return true;
    case Opcode::BinGet:
        recall(m_input.little<std::uint8_t>());
        return true;
    case Opcode::LongBinGet:
        recall(m_input.little<std::uint32_t>());
        return true;
    default:
        return false;
    }
}

} // namespace quantloupe
