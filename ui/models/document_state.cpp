// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document_state.h"

namespace quantloupe {

bool operator==(const KnownRanges &a, const KnownRanges &b)
{
    if (!a.ranges || !b.ranges)
        return a.ranges == b.ranges;
    return a.plan == b.plan && a.calibration == b.calibration && a.pictures == b.pictures &&
           *a.ranges == *b.ranges;
}

bool operator==(const DocumentState &a, const DocumentState &b)
{
    return a.config == b.config && a.plan == b.plan && a.calibration == b.calibration &&
           a.marks == b.marks && a.loaded == b.loaded;
}

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
