// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "plain_test.h"

#include <string>
#include <vector>

/// Exit status 1 and one line on stderr that holds `part`; no answer.
inline void checkRefused(const std::vector<std::string> &words, const std::string &part)
{
    const auto result = command::run(words);
    CHECK_EQUAL(result.code, 1);
    CHECK_EQUAL(result.output, "");
    CHECK_CONTAINS(result.errors, part);
    CHECK_EQUAL(result.errors.find('\n'), result.errors.size() - 1);
}
