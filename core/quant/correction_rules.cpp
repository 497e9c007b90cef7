// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/correction_rules.h"

#include "base/error.h"

namespace quantloupe {

namespace {

constexpr std::string_view kExcept = "except:";

std::string knownNames()
{
    std::string names;
    for (const Correction each : corrections())
        names += (names.empty() ? "" : ", ") + std::string(name(each));
    return names;
}

} // namespace

std::string toText(const CorrectionRule &rule)
{
    const std::string text(name(rule.correction));
    return rule.layers.empty() ? text : text + "=" + rule.layers;
}

CorrectionRule parseCorrectionRule(const std::string &text)
{
    const std::size_t equals = text.find('=');
    const std::string word = text.substr(0, equals);
    const std::optional<Correction> correction = correctionNamed(word);
    if (!correction)
        throw Error(ErrorKind::BadInput,
                    "There is no correction '" + word + "'; there are " + knownNames() + ".");
    if (equals == std::string::npos)
        return {*correction, {}};
    if (equals + 1 == text.size())
        throw Error(ErrorKind::BadInput, text + " names no layer; give " + word +
                                             " for all of them, or " + word + "=PATTERN for some.");
    return {*correction, text.substr(equals + 1)};
}

void applyCorrectionRule(CorrectionChoice &choice, std::span<const LayerInfo> layers,
                         const CorrectionRule &rule)
{
    if (rule.layers.empty()) {
        choice.setEverywhere(rule.correction, true);
        return;
    }
    const bool isLeftOut = rule.layers.starts_with(kExcept);
    const std::string pattern = isLeftOut ? rule.layers.substr(kExcept.size()) : rule.layers;
    const std::vector<std::size_t> matches = LayerPattern(pattern).matches(layers);
    if (matches.empty())
        throw Error(ErrorKind::BadInput, "The pattern '" + pattern + "' of " +
                                             std::string(name(rule.correction)) +
                                             " matches no layer; `inspect` lists them.");
    for (const std::size_t i : matches)
        choice.set(rule.correction, layers[i].name, !isLeftOut);
}

std::vector<CorrectionRule> correctionRules(const CorrectionChoice &choice)
{
    std::vector<CorrectionRule> rules;
    for (const Correction each : corrections()) {
        const bool isEverywhere = choice.isOnEverywhere(each);
        if (isEverywhere)
            rules.push_back({each, {}});
        for (const std::string &layer : choice.exceptions(each))
            rules.push_back(
                {each, (isEverywhere ? std::string(kExcept) : "") + literalPattern(layer)});
    }
    return rules;
}

} // namespace quantloupe
