// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document_state.h"

namespace quantloupe {

std::set<std::string> changedLayers(const QuantConfig &before, const QuantConfig &after)
{
    std::set<std::string> names;
    for (const auto &[name, spec] : before.layers())
        if (!(after.spec(name) == spec))
            names.insert(name);
    for (const auto &[name, spec] : after.layers())
        if (!(before.spec(name) == spec))
            names.insert(name);
    return names;
}

} // namespace quantloupe
