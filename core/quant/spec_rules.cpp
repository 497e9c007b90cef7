// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/spec_rules.h"

#include "base/error.h"

#include <fnmatch.h>

#include <algorithm>
#include <optional>
#include <regex>

namespace quantloupe {

namespace {

constexpr std::string_view kRegexMark = "re:";
constexpr std::size_t kNamesInMessage = 5;

class Matcher
{
public:
    explicit Matcher(const std::string &pattern) : m_pattern(pattern)
    {
        if (!pattern.starts_with(kRegexMark))
            return;
        try {
            m_regex.emplace(pattern.substr(kRegexMark.size()));
        } catch (const std::regex_error &error) {
            throw Error(ErrorKind::BadInput,
                        "The pattern '" + pattern +
                            "' is not a regular expression: " + firstLine(error.what()) + ".");
        }
    }

    bool matches(const std::string &name) const
    {
        return m_regex ? std::regex_match(name, *m_regex)
                       : ::fnmatch(m_pattern.c_str(), name.c_str(), 0) == 0;
    }

private:
    std::string m_pattern;
    std::optional<std::regex> m_regex;
};

[[noreturn]] void refuseUnmatched(const std::string &pattern, std::span<const std::string> layers)
{
    std::string names;
    for (const std::string &layer : layers.first(std::min(layers.size(), kNamesInMessage)))
        names += (names.empty() ? "" : ", ") + layer;
    if (layers.size() > kNamesInMessage)
        names += ", ...";
    throw Error(ErrorKind::BadInput,
                "The pattern '" + pattern + "' matches no layer; " +
                    (names.empty() ? "there are none." : "layers are " + names + "."));
}

bool isStarOnly(std::string_view pattern)
{
    return !pattern.empty() && pattern.find_first_not_of('*') == std::string_view::npos;
}

RuleOutcome applyRule(QuantConfig &config, const RuleTargets &targets, const SpecRule &rule)
{
    RuleOutcome outcome{rule.pattern, 0, {}};
    const Matcher matcher(rule.pattern);
    for (const std::string &layer : targets.layers) {
        if (!matcher.matches(layer))
            continue;
        ++outcome.matches;
        LayerQuantSpec spec = config.spec(layer);
        if (rule.edit.setsWeight)
            spec.weight = rule.edit.spec.weight;
        const bool isLeftOut = rule.edit.setsActivation && isStarOnly(rule.pattern) &&
                               targets.readNetworkInput.contains(layer);
        if (isLeftOut)
            outcome.leftOut.push_back(layer);
        else if (rule.edit.setsActivation)
            spec.activation = rule.edit.spec.activation;
        config.set(layer, spec);
    }
    if (outcome.matches == 0)
        refuseUnmatched(rule.pattern, targets.layers);
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

std::vector<RuleOutcome> applySpecRules(QuantConfig &config, const RuleTargets &targets,
                                        std::span<const SpecRule> rules)
{
    QuantConfig edited = config;
    std::vector<RuleOutcome> outcomes;
    for (const SpecRule &rule : rules)
        outcomes.push_back(applyRule(edited, targets, rule));
    config = std::move(edited);
    return outcomes;
}

} // namespace quantloupe
