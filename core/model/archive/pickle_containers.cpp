// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/pickle_machine.h"

#include <utility>

namespace quantloupe {

bool PickleMachine::runContainer(Opcode op)
{
    switch (op) {
    case Opcode::EmptyList:
        pushKind(PickleKind::List);
        return true;
    case Opcode::EmptyTuple:
        pushKind(PickleKind::Tuple);
        return true;
    case Opcode::EmptyDict:
        pushKind(PickleKind::Dict);
        return true;
    case Opcode::EmptySet:
        pushKind(PickleKind::Set);
        return true;
    case Opcode::List:
        pushItems(PickleKind::List, popToMark());
        return true;
    case Opcode::Tuple:
        pushItems(PickleKind::Tuple, popToMark());
        return true;
    case Opcode::FrozenSet:
        pushItems(PickleKind::Set, popToMark());
        return true;
    case Opcode::Tuple1:
    case Opcode::Tuple2:
    case Opcode::Tuple3:
        pushItems(PickleKind::Tuple, popCount(static_cast<std::size_t>(op) -
                                              static_cast<std::size_t>(Opcode::Tuple1) + 1));
        return true;
    default:
        return false;
    }
}

void PickleMachine::append(PickleId target, const std::vector<PickleId> &items, PickleKind expected)
{
    PickleValue &value = m_tree.values[target];
    // An instance of an inert class, such as a subclass of dict: what it holds is not needed.
    if (value.kind == PickleKind::Opaque)
        return;
    if (value.kind != expected)
        fail("a value added to something that is no container for it");
    if (expected == PickleKind::Dict && items.size() % 2 != 0)
        fail("a key without a value");
    value.items.insert(value.items.end(), items.begin(), items.end());
}

bool PickleMachine::runMutation(Opcode op)
{
    std::vector<PickleId> items;
    PickleKind expected = PickleKind::Dict;
    switch (op) {
    case Opcode::Append:
        items = popCount(1);
        expected = PickleKind::List;
        break;
    case Opcode::Appends:
        items = popToMark();
        expected = PickleKind::List;
        break;
    case Opcode::SetItem:
        items = popCount(2);
        break;
    case Opcode::SetItems:
        items = popToMark();
        break;
    case Opcode::AddItems:
        items = popToMark();
        expected = PickleKind::Set;
        break;
    case Opcode::Dict:
        items = popToMark();
        pushKind(PickleKind::Dict);
        break;
    default:
        return false;
    }
    append(top(), items, expected);
    return true;
}

} // namespace quantloupe
