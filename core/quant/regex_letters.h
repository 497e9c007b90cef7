// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstddef>
#include <string>

namespace quantloupe {

/// Reads a regular expression letter by letter, and what stands for one letter of a name: the
/// letter itself, an escape, a dot, a class in brackets.
class RegexLetters
{
public:
    using Set = std::bitset<256>;

    /// `text` outlives this.
    explicit RegexLetters(const std::string &text) : m_text(text) {}

    bool atEnd() const { return m_at == m_text.size(); }
    /// 0 at the end.
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    /// Reads a letter if it is this one.
    bool skip(char letter);
    Set parseSet();
    std::size_t parseNumber();
    /// Throws Error{BadInput}; `what` is said of the expression.
    [[noreturn]] void refuse(const std::string &what) const;

private:
    char take();
    Set parseEscape();
    Set parseClass();
    /// Of a class: one letter, or a set that no range can begin with.
    Set parseItem();
    unsigned char parseHex();

    const std::string &m_text;
    std::size_t m_at = 0;
};

} // namespace quantloupe
