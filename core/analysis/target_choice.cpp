// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/target_choice.h"

#include "base/error.h"

#include <string>
#include <string_view>

namespace quantloupe {

namespace {

void add(std::string &list, std::string_view name)
{
    list += (list.empty() ? "" : ",") + std::string(name);
}

/// With which the layer has a setting: "pow2", "binary,ternary".
std::string helpingMethods(const SearchRules &rules, const LayerInfo &layer)
{
    std::string list;
    for (const WeightMethod method : weightMethods()) {
        if (method == WeightMethod::Float)
            continue;
        SearchRules changed = rules;
        changed.methods = {method};
        // A method that lacks a bit-width gives way to another one, which is named itself.
        for (const WeightSpec &spec : searchedSpecs(changed, layer))
            if (spec.method == method) {
                add(list, name(method));
                break;
            }
    }
    return list;
}

std::string helpingGranularities(const SearchRules &rules, const LayerInfo &layer)
{
    std::string list;
    for (const Granularity granularity : granularities()) {
        SearchRules changed = rules;
        changed.granularity = granularity;
        if (!searchedSpecs(changed, layer).empty())
            add(list, name(granularity));
    }
    return list;
}

} // namespace

void requireTargetChoice(const SearchRules &rules, const LayerInfo &layer)
{
    if (!rules.target || rules.marks.isLocked(layer.name) || !searchedSpecs(rules, layer).empty())
        return;
    const std::string &target = rules.target->name;
    if (const std::string methods = helpingMethods(rules, layer); !methods.empty())
        throw Error(ErrorKind::BadInput,
                    "The target " + target + " takes none of the chosen methods for " + layer.name +
                        "; choose from those that it takes (--method " + methods + ").");
    if (const std::string names = helpingGranularities(rules, layer); !names.empty())
        throw Error(ErrorKind::BadInput, "The target " + target + " takes no scale for each " +
                                             std::string(name(rules.granularity)) + " of " +
                                             layer.name + "; choose one of --granularity " + names +
                                             ".");
}

} // namespace quantloupe
