// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/pickle_machine.h"

#include <string>
#include <utility>

namespace quantloupe {

PickleId PickleMachine::addGlobal(std::string_view module, std::string_view name)
{
    const std::string fullName = std::string(module).append(".").append(name);
    const std::optional<KnownGlobal> known = findKnownGlobal(fullName);
    if (!known)
        refuseGlobal(m_input.file(), fullName);
    return add({.kind = PickleKind::Global, .global = *known});
}

void PickleMachine::pushStackGlobal()
{
    const std::vector<PickleId> names = popCount(2);
    const PickleValue &module = m_tree[names[0]];
    const PickleValue &name = m_tree[names[1]];
    if (module.kind != PickleKind::Text || name.kind != PickleKind::Text)
        fail("a global whose name is no text");
    push(addGlobal(module.text, name.text));
}

void PickleMachine::pushStorage()
{
    const PickleValue &id = m_tree[pop()];
    if (id.kind != PickleKind::Tuple || id.items.size() < 5 ||
        m_tree[id.items[0]].text != "storage")
        fail("a persistent id that is no storage");
    charge(id.items.size());
    pushItems(PickleKind::Storage, id.items);
}

PickleId PickleMachine::call(PickleId callable, PickleId arguments)
{
    if (m_tree[callable].kind != PickleKind::Global)
        fail("a call of something that is no global");
    if (m_tree[arguments].kind != PickleKind::Tuple)
        fail("a call whose arguments are no tuple");
    const KnownGlobal global = m_tree[callable].global;
    return global.role == GlobalRole::RebuildFromType ? makeFromType(arguments)
                                                      : callKnown(global, arguments);
}

PickleId PickleMachine::callKnown(const KnownGlobal &global, PickleId arguments)
{
    const std::vector<PickleId> &items = m_tree[arguments].items;
    switch (global.role) {
    case GlobalRole::Inert:
        return add({.kind = PickleKind::Opaque});
    case GlobalRole::MakeDict:
        return makeDict(arguments);
    case GlobalRole::FirstArgument:
        if (items.empty())
            fail("a call without its argument");
        return items[0];
    case GlobalRole::RebuildTensor:
    case GlobalRole::RebuildTypedTensor:
        charge(items.size());
        return add({.kind = PickleKind::Tensor, .global = global, .items = items});
    case GlobalRole::RebuildFromType:
    case GlobalRole::StorageType:
    case GlobalRole::UntypedStorageType:
    case GlobalRole::ElementType:
        break;
    }
    fail("a call of a global that cannot be called");
}

PickleId PickleMachine::makeDict(PickleId arguments)
{
    PickleValue dict{.kind = PickleKind::Dict};
    for (const PickleId argument : m_tree[arguments].items) {
        const PickleValue &pairs = m_tree[argument];
        // A defaultdict's argument is its factory; a Counter's a dictionary.
        if (pairs.kind == PickleKind::Dict) {
            charge(pairs.items.size());
            dict.items.insert(dict.items.end(), pairs.items.begin(), pairs.items.end());
        }
        if (pairs.kind != PickleKind::List)
            continue;
        charge(pairs.items.size());
        for (const PickleId id : pairs.items) {
            const std::vector<PickleId> &pair = m_tree[id].items;
            if (pair.size() != 2)
                fail("a dictionary made from something that is no pair");
            dict.items.insert(dict.items.end(), pair.begin(), pair.end());
        }
    }
    return add(std::move(dict));
}

PickleId PickleMachine::makeFromType(PickleId arguments)
{
    const std::vector<PickleId> &items = m_tree[arguments].items;
    if (items.size() < 3 || m_tree[items[0]].kind != PickleKind::Global ||
        m_tree[items[2]].kind != PickleKind::Tuple)
        fail("a tensor subclass with malformed arguments");
    // Nested calls of this kind end here: callKnown() refuses the role.
    return callKnown(m_tree[items[0]].global, items[2]);
}

PickleId PickleMachine::construct(PickleId type)
{
    if (m_tree[type].kind != PickleKind::Global)
        fail("an object whose class is no global");
    switch (m_tree[type].global.role) {
    case GlobalRole::Inert:
        return add({.kind = PickleKind::Opaque});
    case GlobalRole::MakeDict:
        return add({.kind = PickleKind::Dict});
    default:
        fail("an object of a class that has none");
    }
}

void PickleMachine::build()
{
    pop();
    // Attributes beside the contents, such as an OrderedDict's _metadata, are not needed.
    const PickleKind kind = m_tree[top()].kind;
    if (kind != PickleKind::Opaque && kind != PickleKind::Dict && kind != PickleKind::Tensor)
        fail("a state given to something that takes none");
}

bool PickleMachine::runObject(Opcode op)
{
    switch (op) {
    case Opcode::Global: {
        const std::string_view module = m_input.takeLine();
        push(addGlobal(module, m_input.takeLine()));
        return true;
    }
    case Opcode::StackGlobal:
        pushStackGlobal();
        return true;
    case Opcode::Reduce: {
        const PickleId arguments = pop();
        push(call(pop(), arguments));
        return true;
    }
    case Opcode::NewObj:
    case Opcode::NewObjEx:
        push(construct(popCount(op == Opcode::NewObj ? 2 : 3)[0]));
        return true;
    case Opcode::Inst: {
        const std::string_view module = m_input.takeLine();
        const PickleId type = addGlobal(module, m_input.takeLine());
        popToMark();
        push(construct(type));
        return true;
    }
    case Opcode::Obj: {
        const std::vector<PickleId> items = popToMark();
        if (items.empty())
            fail("an object without a class");
        push(construct(items[0]));
        return true;
    }
    case Opcode::Build:
        build();
        return true;
    case Opcode::BinPersId:
        pushStorage();
        return true;
    case Opcode::PersId:
    case Opcode::Ext1:
    case Opcode::Ext2:
    case Opcode::Ext4:
        fail("an extension that weight files do not use");
    default:
        return false;
    }
}

} // namespace quantloupe
