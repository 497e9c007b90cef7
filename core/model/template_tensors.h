// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/state_dict.h"
#include "model/module_items.h"

#include <set>
#include <string>
#include <vector>

namespace quantloupe {

/// The same network without the values of its tensors.
StateDict withoutValues(const StateDict &dict);

/// The tensors of a state dict, taken by name for a network whose every tensor is known. Whatever
/// does not fit is refused by its name, so that no file is read as a network it is not.
class TemplateTensors
{
public:
    /// `architecture`: for messages.
    TemplateTensors(const StateDict &dict, std::string architecture);

    bool has(const std::string &key) const { return m_dict.find(key) != nullptr; }
    /// Some tensor belongs to this module or to one inside it.
    bool hasModule(const std::string &prefix) const;
    /// Throws Error{Unsupported} if there is no such tensor.
    const Shape &shape(const std::string &key) const;
    /// The operand "{key}". Throws Error{Unsupported} if there is none of this shape.
    std::string take(const std::string &key, const Shape &expected);
    /// All tensors of one module, its weight (or running mean) of this shape; -1 for any size.
    /// Throws Error{Unsupported} if there is none.
    ModuleItem takeModule(const std::string &prefix, const Shape &expected);
    /// Throws Error{Unsupported} naming the first tensor that was not taken.
    void requireAllTaken() const;

private:
    [[noreturn]] void refuseMissing(const std::string &key) const;
    [[noreturn]] void refuseShape(const std::string &key, const Shape &is,
                                  const Shape &expected) const;

    const StateDict &m_dict;
    std::string m_architecture;
    std::set<std::string> m_taken;
};

} // namespace quantloupe
