// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stored_json.h"

#include "base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace quantloupe {

namespace {

/// Readers of JSON go down by recursion.
constexpr int kDeepest = 100;

int depthOf(std::string_view text)
{
    int depth = 0;
    int deepest = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (isInString && letter == '\\')
            ++i;
        else if (letter == '"')
            isInString = !isInString;
        else if (!isInString && (letter == '[' || letter == '{'))
            deepest = std::max(deepest, ++depth);
        else if (!isInString && (letter == ']' || letter == '}'))
            --depth;
    }
    return deepest;
}

} // namespace

bool isReadableJson(std::string_view text)
{
    return depthOf(text) <= kDeepest && nlohmann::json::accept(text);
}

std::string canonicalJson(const std::string &text)
{
    if (!isReadableJson(text))
        throw Error(ErrorKind::Internal, "What was to be stored is no JSON.", text.substr(0, 1000));
    return nlohmann::json::parse(text).dump();
}

} // namespace quantloupe
