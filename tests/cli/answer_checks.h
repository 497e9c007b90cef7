// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plain_test.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <string>

/// What every JSON answer has.
namespace answer_checks {

using nlohmann::json;

inline void checkKeys(const json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        if (!object.contains(key))
            plain_test::fail(__FILE__, __LINE__,
                             std::string(key) + " is missing in " + object.dump());
}

inline void checkHead(const json &answer, const std::string &name, int seed)
{
    checkKeys(answer, {"tool", "version", "command", "seed", "generator"});
    CHECK_EQUAL(answer["tool"], "quantloupe");
    CHECK_EQUAL(answer["command"], name);
    CHECK_EQUAL(answer["seed"], seed);
    checkKeys(answer["generator"], {"name", "sha256", "format", "architecture", "assumptions"});
    CHECK_EQUAL(answer["generator"]["sha256"].get<std::string>().size(), 64U);
}

} // namespace answer_checks
