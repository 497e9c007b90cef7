// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace quantloupe {

/// A regular expression in RE2's notation that is matched with whole names, byte by byte. RE2 runs
/// it as an automaton: whatever the expression, the time of a match grows with the name's length
/// alone, and there is no recursion. Back references and looking ahead, which no automaton can do,
/// are refused.
class NameRegex
{
public:
    static constexpr std::size_t kMostLetters = 500;

    /// Throws Error{BadInput} that says what is wrong with it.
    explicit NameRegex(const std::string &text);

    bool matches(std::string_view name) const;

private:
    /// Shared, because it is immutable and costs more than the text it came from.
    std::shared_ptr<const re2::RE2> m_regex;
};

} // namespace quantloupe
