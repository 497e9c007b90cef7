// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>

namespace quantloupe {

/// Fields of one object of a file, each refused with the end of a sentence on whose it is: "a
/// result FID whose "n" is no whole number from 0 on". All throw Error{BadInput}.
class JsonFields
{
public:
    /// `owner` is "a result FID"; `json`, an object, outlives this.
    JsonFields(const nlohmann::ordered_json &json, std::string owner);

    /// It is there, whatever it is.
    bool contains(const char *key) const;
    /// It is there, and not null.
    bool has(const char *key) const;

    /// Those that follow want a key that is there.
    std::string text(const char *key) const;
    /// Finite.
    double number(const char *key) const;
    std::uint64_t count(const char *key) const;

    /// The owner, and `what` about it.
    [[noreturn]] void refuse(const std::string &what) const;
    /// The owner whose field is `what`.
    [[noreturn]] void refuse(const char *key, const std::string &what) const;

private:
    const nlohmann::ordered_json &m_json;
    std::string m_owner;
};

} // namespace quantloupe
