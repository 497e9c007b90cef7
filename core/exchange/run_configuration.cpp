// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/run_configuration.h"

#include "base/embedded_files.h"
#include "exchange/command_line.h"
#include "quant/spec_rules.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace quantloupe {

namespace {

/// The value of the option at `place`, behind '=' or as the next word; then `place` moves on.
std::optional<std::string> valueOf(const std::string &option, const std::vector<std::string> &words,
                                   std::size_t &place)
{
    const std::string &word = words[place];
    if (word.starts_with(option + "="))
        return word.substr(option.size() + 1);
    if (word != option || place + 1 == words.size())
        return {};
    return words[++place];
}

/// Corrections are flags, with layers only behind '='.
std::optional<CorrectionRule> correctionIn(const std::string &word)
{
    for (const Correction each : corrections()) {
        const std::string option = std::string(kCorrectionMark) + std::string(name(each));
        if (word == option)
            return CorrectionRule{each, {}};
        if (word.starts_with(option + "="))
            return CorrectionRule{each, word.substr(option.size() + 1)};
    }
    return {};
}

} // namespace

RunConfiguration configurationAsked(const std::vector<std::string> &words,
                                    const std::filesystem::path &folder)
{
    RunConfiguration asked;
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        if (const auto rule = valueOf("--set", words, i))
            asked.rules.push_back(*rule);
        else if (const auto file = valueOf("--config", words, i))
            asked.file = isEmbedded(*file) ? *file : (folder / *file).lexically_normal().string();
        else if (const auto correction = correctionIn(words[i]))
            asked.corrections.push_back(*correction);
    }
    return asked;
}

QuantConfig configurationOf(const RunConfiguration &asked, QuantConfig base,
                            std::span<const LayerInfo> layers)
{
    std::vector<SpecRule> rules;
    for (const std::string &text : asked.rules)
        rules.push_back(parseSpecRule(text));
    applySpecRules(base, layers, rules);
    CorrectionChoice chosen = base.corrections();
    for (const CorrectionRule &rule : asked.corrections)
        applyCorrectionRule(chosen, layers, rule);
    base.setCorrections(std::move(chosen));
    return base;
}

std::optional<ConfigFile> bestConfiguration(const std::string &answer, const std::string &source)
{
    const auto json = nlohmann::json::parse(answer, nullptr, false);
    const nlohmann::json::json_pointer place("/best/config");
    if (!json.is_object() || !json.contains(place))
        return {};
    return parseConfigFile(json.at(place).dump(), source);
}

} // namespace quantloupe
