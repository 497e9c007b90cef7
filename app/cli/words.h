// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe::cli {

/// "a, b, c".
std::string joined(std::span<const std::string> words);

/// The parts between commas, of each word for itself, without the blanks around them; empty ones
/// are left out.
std::vector<std::string> splitAtCommas(std::span<const std::string> words);

/// A line of a list in a help text: "  word", and `text` from `column` on, or behind a longer word.
std::string helpLine(std::string_view word, std::string_view text, std::size_t column);

template <typename Value> std::vector<std::string> namesOf(std::span<const Value> values)
{
    std::vector<std::string> names;
    for (const Value value : values)
        names.emplace_back(name(value));
    return names;
}

/// The one of `all` with this name. Throws Error{BadInput} that lists the names; `what` is what has
/// them.
template <typename Value>
Value named(std::span<const Value> all, const std::string &word, const std::string &what)
{
    for (const Value each : all)
        if (name(each) == word)
            return each;
    throw Error(ErrorKind::BadInput,
                "There is no " + what + " '" + word + "'; there are " + joined(namesOf(all)) + ".");
}

} // namespace quantloupe::cli
