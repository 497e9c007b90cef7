// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/network_names.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

namespace quantloupe {

namespace {

constexpr std::string_view kEmaWords[] = {"ema", "running", "averaged", "gs", "shadow"};
constexpr std::string_view kGeneratorStems[] = {"gen", "netg", "modelg", "decoder"};
constexpr std::string_view kOtherStems[] = {"disc",  "netd",   "modeld",    "critic", "vgg",
                                            "lpips", "percep", "inception", "loss"};
constexpr std::string_view kOptimizerWords[] = {"opt", "optimizer", "optim", "adam", "sgd"};

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

// "netG_ema.state-dict" gives "netg", "ema", "state", "dict".
std::vector<std::string> words(std::string_view name)
{
    std::vector<std::string> result(1);
    for (const char c : lowerCase(name)) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            result.back() += c;
        else if (!result.back().empty())
            result.emplace_back();
    }
    return result;
}

bool isOneOf(const std::string &word, const auto &list)
{
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool startsWithOneOf(const std::string &word, const auto &stems)
{
    return std::any_of(std::begin(stems), std::end(stems),
                       [&word](std::string_view stem) { return word.starts_with(stem); });
}

} // namespace

NetworkRole networkRole(std::string_view name)
{
    bool isEma = false;
    bool isGenerator = false;
    for (const std::string &word : words(name)) {
        if (word == "d" || word == "dis" || startsWithOneOf(word, kOtherStems))
            return NetworkRole::Other;
        isEma = isEma || isOneOf(word, kEmaWords) || word.ends_with("ema");
        isGenerator = isGenerator || word == "g" || startsWithOneOf(word, kGeneratorStems);
    }
    if (isEma)
        return NetworkRole::EmaGenerator;
    return isGenerator ? NetworkRole::Generator : NetworkRole::Unknown;
}

bool isOptimizerName(std::string_view key)
{
    const std::string lower = lowerCase(key);
    if (lower.find("optim") != std::string::npos || lower.find("sched") != std::string::npos ||
        lower.starts_with("exp_avg") || lower == "momentum_buffer" || lower == "square_avg" ||
        lower == "scaler" || lower == "rng_state")
        return true;
    const std::vector<std::string> parts = words(key);
    return std::any_of(parts.begin(), parts.end(),
                       [](const std::string &part) { return isOneOf(part, kOptimizerWords); });
}

} // namespace quantloupe
