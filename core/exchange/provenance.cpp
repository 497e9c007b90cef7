// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/provenance.h"

#include "base/error.h"
#include "exchange/json_fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ctime>
#include <string_view>
#include <utility>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

using Field = std::pair<const char *, std::string Provenance::*>;

constexpr std::array<Field, 7> kFields = {{{"version", &Provenance::program},
                                           {"libtorch", &Provenance::libTorch},
                                           {"onednn", &Provenance::oneDnn},
                                           {"cpu", &Provenance::cpu},
                                           {"created", &Provenance::created},
                                           {"command", &Provenance::command},
                                           {"parent", &Provenance::parent}}};

/// What Linux takes as one word of a command.
constexpr std::size_t kMostBytes = 128 << 10;

constexpr std::string_view kTimeForm = "0000-00-00T00:00:00Z";
constexpr std::size_t kHashLength = 64;

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isTime(std::string_view text)
{
    return std::ranges::equal(text, kTimeForm, [](char letter, char form) {
        return form == '0' ? isDigit(letter) : letter == form;
    });
}

bool isHash(std::string_view text)
{
    return text.size() == kHashLength && std::ranges::all_of(text, [](char letter) {
               return isDigit(letter) || (letter >= 'a' && letter <= 'f');
           });
}

bool isControl(char letter)
{
    return (letter >= 0 && letter < ' ' && letter != '\n' && letter != '\t') || letter == '\x7f';
}

std::string fieldIn(const JsonFields &fields, const char *key)
{
    const std::string text = fields.text(key);
    const std::string_view name = key;
    if (text.size() > kMostBytes)
        fields.refuse(key, "longer than " + std::to_string(kMostBytes) + " bytes");
    if (std::ranges::any_of(text, isControl))
        fields.refuse(key, "no plain text");
    if (name == "created" && !text.empty() && !isTime(text))
        fields.refuse(key, "no time such as 2025-01-31T09:30:00Z");
    if (name == "parent" && !text.empty() && !isHash(text))
        fields.refuse(key, "no SHA-256");
    return text;
}

} // namespace

std::string presentTime()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    std::array<char, kTimeForm.size() + 1> text{};
    if (!::gmtime_r(&now, &parts) ||
        std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        return {};
    return text.data();
}

Json provenanceJson(const Provenance &provenance)
{
    Json json = Json::object();
    for (const auto &[key, member] : kFields)
        if (!(provenance.*member).empty())
            json[key] = provenance.*member;
    return json;
}

Provenance parseProvenance(const Json &json)
{
    if (!json.is_object())
        throw Error(ErrorKind::BadInput, "a provenance that is no object");
    const JsonFields fields(json, "a provenance");
    Provenance provenance;
    for (const auto &[key, member] : kFields)
        if (fields.contains(key))
            provenance.*member = fieldIn(fields, key);
    return provenance;
}

std::string hashIn(const std::string &configuration)
{
    const Json json = Json::parse(configuration, nullptr, false);
    if (!json.is_object() || !json.contains("sha256") || !json.at("sha256").is_string())
        return {};
    std::string hash = json.at("sha256").get<std::string>();
    return isHash(hash) ? hash : std::string();
}

} // namespace quantloupe
