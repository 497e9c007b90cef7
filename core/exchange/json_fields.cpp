// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_fields.h"

#include "base/error.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace quantloupe {

JsonFields::JsonFields(const nlohmann::ordered_json &json, std::string owner)
    : m_json(json), m_owner(std::move(owner))
{
}

bool JsonFields::contains(const char *key) const
{
    return m_json.contains(key);
}

bool JsonFields::has(const char *key) const
{
    return m_json.contains(key) && !m_json.at(key).is_null();
}

std::string JsonFields::text(const char *key) const
{
    if (!m_json.at(key).is_string())
        refuse(key, "no text");
    return m_json.at(key).get<std::string>();
}

double JsonFields::number(const char *key) const
{
    if (!m_json.at(key).is_number() || !std::isfinite(m_json.at(key).get<double>()))
        refuse(key, "no number");
    return m_json.at(key).get<double>();
}

std::uint64_t JsonFields::count(const char *key) const
{
    if (!m_json.at(key).is_number_unsigned())
        refuse(key, "no whole number from 0 on");
    return m_json.at(key).get<std::uint64_t>();
}

void JsonFields::refuse(const std::string &what) const
{
    throw Error(ErrorKind::BadInput, m_owner + " " + what);
}

void JsonFields::refuse(const char *key, const std::string &what) const
{
    refuse("whose \"" + std::string(key) + "\" is " + what);
}

} // namespace quantloupe
