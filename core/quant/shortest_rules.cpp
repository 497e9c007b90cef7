// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/shortest_rules.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace quantloupe {

namespace {

using Rules = std::vector<std::string>;
using Names = std::vector<std::string>;

std::string commonPrefix(const std::string &a, const std::string &b)
{
    return a.substr(0, std::size_t(std::ranges::mismatch(a, b).in1 - a.begin()));
}

std::string editText(const SpecEdit &edit)
{
    std::string text = edit.setsWeight ? toText(edit.spec.weight) : "";
    if (edit.setsActivation)
        text += (text.empty() ? "" : ",") + toText(edit.spec.activation);
    return text;
}

/// The sites in which `now` differs from `wanted`.
SpecEdit missingEdit(const LayerQuantSpec &now, const LayerQuantSpec &wanted)
{
    SpecEdit edit;
    edit.spec = wanted;
    edit.setsWeight = !(now.weight == wanted.weight);
    edit.setsActivation = !(now.activation == wanted.activation);
    return edit;
}

bool isHarmless(const SpecEdit &edit, const LayerQuantSpec &wanted)
{
    return (!edit.setsWeight || edit.spec.weight == wanted.weight) &&
           (!edit.setsActivation || edit.spec.activation == wanted.activation);
}

/// Patterns that match all of `group` and nothing outside of `allowed`.
Names cover(std::set<std::string> group, const std::set<std::string> &allowed, const Names &all)
{
    std::set<std::string> prefixes;
    for (auto name = group.begin(); std::next(name) != group.end(); ++name)
        prefixes.insert(commonPrefix(*name, *std::next(name)));
    prefixes.erase("");
    std::erase_if(prefixes, [&](const std::string &prefix) {
        return std::ranges::any_of(all, [&](const std::string &name) {
            return name.starts_with(prefix) && !allowed.contains(name);
        });
    });
    Names patterns;
    // In order of name a shorter prefix comes before those it contains.
    for (const std::string &prefix : prefixes)
        if (std::erase_if(group, [&](const auto &name) { return name.starts_with(prefix); }) > 0)
            patterns.push_back(literalPattern(prefix) + "*");
    for (const std::string &name : group)
        patterns.push_back(literalPattern(name));
    return patterns;
}

/// `base` for all layers (empty for none), then what is missing.
Rules rulesFrom(const std::string &base, const QuantConfig &config,
                std::span<const LayerInfo> layers)
{
    Names all;
    for (const LayerInfo &layer : layers)
        all.push_back(layer.name);
    Rules rules;
    QuantConfig reached;
    if (!base.empty()) {
        rules.push_back("*=" + base);
        applySpecRules(reached, layers, std::vector{parseSpecRule(rules.front())});
    }
    std::map<std::string, std::pair<SpecEdit, std::set<std::string>>> groups;
    for (const std::string &name : all) {
        const SpecEdit edit = missingEdit(reached.spec(name), config.spec(name));
        if (edit.setsWeight || edit.setsActivation) {
            auto &[known, names] = groups[editText(edit)];
            known = edit;
            names.insert(name);
        }
    }
    for (const auto &[text, group] : groups) {
        std::set<std::string> allowed;
        for (const std::string &name : all)
            if (isHarmless(group.first, config.spec(name)))
                allowed.insert(name);
        for (const std::string &pattern : cover(group.second, allowed, all))
            rules.push_back(pattern + "=" + text);
    }
    return rules;
}

std::set<std::string> possibleBases(const QuantConfig &config, std::span<const LayerInfo> layers)
{
    std::set<std::string> bases = {""};
    for (const LayerInfo &layer : layers) {
        const SpecEdit edit = missingEdit({}, config.spec(layer.name));
        bases.insert(editText(edit));
        if (edit.setsWeight)
            bases.insert(toText(edit.spec.weight));
    }
    return bases;
}

std::pair<std::size_t, std::size_t> lengthOf(const Rules &rules)
{
    return {rules.size(), std::accumulate(rules.begin(), rules.end(), std::size_t{0},
                                          [](std::size_t sum, const std::string &rule) {
                                              return sum + rule.size();
                                          })};
}

} // namespace

std::vector<std::string> shortestRules(const QuantConfig &config, std::span<const LayerInfo> layers)
{
    Rules best = rulesFrom({}, config, layers);
    for (const std::string &base : possibleBases(config, layers)) {
        Rules rules = rulesFrom(base, config, layers);
        if (lengthOf(rules) < lengthOf(best))
            best = std::move(rules);
    }
    return best;
}

} // namespace quantloupe
