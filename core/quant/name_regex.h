// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// A regular expression in ECMAScript's notation that is matched with whole names, byte by byte.
/// It is run as an automaton (Thompson 1968): whatever the expression, a match takes at most
/// kMostStates steps a letter and no recursion. Back references and looking ahead, which no
/// automaton can do, and word boundaries are refused.
class NameRegex
{
public:
    static constexpr std::size_t kMostLetters = 500;
    static constexpr std::size_t kMostStates = 1000;
    /// Of groups in groups.
    static constexpr int kMostDepth = 50;

    /// Throws Error{BadInput} that says what is wrong with it.
    explicit NameRegex(const std::string &text);

    bool matches(std::string_view name) const;

    /// A step of the automaton; where it leads is counted from the step itself.
    struct State
    {
        enum class Kind {
            /// One letter out of a set, then the next step.
            Letter,
            /// Both ways, without a letter.
            Split,
            /// Only at the beginning or the end of the name, without a letter.
            Begin,
            End
        };
        Kind kind = Kind::Letter;
        std::bitset<256> letters;
        int next = 1;
        int other = 1;
    };

private:
    class Reached;

    std::vector<State> m_states;
};

} // namespace quantloupe
