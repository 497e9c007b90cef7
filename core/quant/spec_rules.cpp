// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/spec_rules.h"

#include "base/error.h"

#include <algorithm>

namespace quantloupe {

namespace {

constexpr std::size_t kNamesInMessage = 5;

[[noreturn]] void refuseUnmatched(const std::string &pattern, std::span<const LayerInfo> layers)
{
    std::string names;
    for (const LayerInfo &layer : layers.first(std::min(layers.size(), kNamesInMessage)))
        names += (names.empty() ? "" : ", ") + layer.name;
    if (layers.size() > kNamesInMessage)
        names += ", ...";
    throw Error(ErrorKind::BadInput,
                "The pattern '" + pattern + "' matches no layer; " +
                    (names.empty() ? "there are none." : "layers are " + names + "."));
}

RuleOutcome applyRule(QuantConfig &config, std::span<const LayerInfo> layers, const SpecRule &rule)
{
    RuleOutcome outcome{rule.pattern, 0, {}};
    const LayerPattern pattern(rule.pattern);
    for (const std::size_t i : pattern.matches(layers)) {
        const LayerInfo &layer = layers[i];
        ++outcome.matches;
        LayerQuantSpec spec = config.spec(layer.name);
        if (rule.edit.setsWeight)
            spec.weight = rule.edit.spec.weight;
        if (rule.edit.setsActivation && leavesOutActivation(pattern, layer))
            outcome.leftOut.push_back(layer.name);
        else if (rule.edit.setsActivation)
            spec.activation = rule.edit.spec.activation;
        config.set(layer.name, spec);
    }
    if (outcome.matches == 0)
        refuseUnmatched(rule.pattern, layers);
    return outcome;
}

} // namespace

SpecRule parseSpecRule(std::string_view text)
{
    for (std::size_t at = text.rfind('='); at != std::string_view::npos && at > 0;
         at = text.rfind('=', at - 1)) {
        const std::string_view spec = text.substr(at + 1);
        const std::size_t first = spec.find_first_not_of(' ');
        if (first != std::string_view::npos && (spec[first] == 'w' || spec[first] == 'a'))
            return {std::string(text.substr(0, at)), parseSpec(spec)};
    }
    throw Error(ErrorKind::BadInput, "'" + std::string(text) +
                                         "' is no setting of layers; write PATTERN=SPEC, for "
                                         "example '*=w4:mse:channel,a8:percentile'.");
}

bool leavesOutActivation(const LayerPattern &pattern, const LayerInfo &layer)
{
    return pattern.isStarOnly() && (layer.readsNetworkInput || !layer.hasActivationSite);
}

std::vector<RuleOutcome> applySpecRules(QuantConfig &config, std::span<const LayerInfo> layers,
                                        std::span<const SpecRule> rules)
{
    QuantConfig edited = config;
    std::vector<RuleOutcome> outcomes;
    for (const SpecRule &rule : rules)
        outcomes.push_back(applyRule(edited, layers, rule));
    config = std::move(edited);
    return outcomes;
}

std::vector<std::string> notesOn(std::span<const RuleOutcome> outcomes)
{
    std::vector<std::string> notes;
    for (const RuleOutcome &outcome : outcomes)
        for (const std::string &layer : outcome.leftOut)
            notes.push_back("'" + outcome.pattern + "' leaves the activation of " + layer +
                            " float: it is the network's own input.");
    return notes;
}

} // namespace quantloupe
