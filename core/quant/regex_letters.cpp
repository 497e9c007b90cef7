// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/regex_letters.h"

#include "base/error.h"

#include <string_view>

namespace quantloupe {

namespace {

using Set = RegexLetters::Set;

constexpr std::size_t kMostRepetitions = 1000;

Set range(char first, char last)
{
    Set set;
    for (int letter = static_cast<unsigned char>(first); letter <= static_cast<unsigned char>(last);
         ++letter)
        set.set(static_cast<std::size_t>(letter));
    return set;
}

Set single(char letter)
{
    return range(letter, letter);
}

Set anyOf(std::string_view letters)
{
    Set set;
    for (const char letter : letters)
        set |= single(letter);
    return set;
}

/// Of a set that is not empty.
char lowestOf(const Set &set)
{
    std::size_t letter = 0;
    while (!set[letter])
        ++letter;
    return static_cast<char>(letter);
}

/// \d, \w and \s; empty for other letters.
Set namedSet(char letter)
{
    switch (letter) {
    case 'd':
        return range('0', '9');
    case 'w':
        return range('a', 'z') | range('A', 'Z') | range('0', '9') | single('_');
    case 's':
        return anyOf(" \t\n\v\f\r");
    default:
        return {};
    }
}

/// \t and the like; 0 for other letters.
char controlOf(char letter)
{
    constexpr std::string_view kLetters = "tnvfr";
    constexpr std::string_view kControls = "\t\n\v\f\r";
    const std::size_t place = kLetters.find(letter);
    return place == std::string_view::npos ? '\0' : kControls[place];
}

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isAsciiLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

char lowered(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

void RegexLetters::refuse(const std::string &what) const
{
    throw Error(ErrorKind::BadInput, "The regular expression '" + m_text + "' " + what + ".");
}

bool RegexLetters::skip(char letter)
{
    const bool isThere = !atEnd() && m_text[m_at] == letter;
    m_at += isThere ? 1 : 0;
    return isThere;
}

char RegexLetters::take()
{
    if (atEnd())
        refuse("ends too early");
    return m_text[m_at++];
}

Set RegexLetters::parseSet()
{
    const char letter = take();
    if (letter == '\\')
        return parseEscape();
    if (letter == '[')
        return parseClass();
    return letter == '.' ? ~anyOf("\n\r") : single(letter);
}

std::size_t RegexLetters::parseNumber()
{
    if (!isDigit(peek()))
        refuse("needs a number of repetitions after {");
    std::size_t number = 0;
    while (isDigit(peek())) {
        number = 10 * number + static_cast<std::size_t>(take() - '0');
        if (number > kMostRepetitions)
            refuse("is too large; repeat less");
    }
    return number;
}

Set RegexLetters::parseEscape()
{
    const char letter = take();
    if (const Set set = namedSet(lowered(letter)); set.any())
        return lowered(letter) == letter ? set : ~set;
    if (const char control = controlOf(letter))
        return single(control);
    if (letter == '0')
        return single('\0');
    if (letter == 'x')
        return single(static_cast<char>(parseHex()));
    if (isDigit(letter))
        refuse("refers back to a group, which is not supported");
    if (isAsciiLetter(letter))
        refuse(std::string("holds \\") + letter + ", which is not supported");
    return single(letter);
}

unsigned char RegexLetters::parseHex()
{
    unsigned value = 0;
    for (int digit = 0; digit < 2; ++digit) {
        const char letter = lowered(take());
        if (!isDigit(letter) && !(letter >= 'a' && letter <= 'f'))
            refuse("needs two hexadecimal digits after \\x");
        value =
            16 * value + static_cast<unsigned>(isDigit(letter) ? letter - '0' : letter - 'a' + 10);
    }
    return static_cast<unsigned char>(value);
}

Set RegexLetters::parseClass()
{
    const bool isNegated = skip('^');
    Set set;
    while (!skip(']')) {
        const Set first = parseItem();
        const bool isRange = peek() == '-' && m_at + 1 < m_text.size() && m_text[m_at + 1] != ']';
        if (!isRange) {
            set |= first;
            continue;
        }
        take();
        const Set last = parseItem();
        if (first.count() != 1 || last.count() != 1)
            refuse("has a range between sets of letters");
        const Set letters = range(lowestOf(first), lowestOf(last));
        if (letters.none())
            refuse("has a range that ends before it begins");
        set |= letters;
    }
    return isNegated ? ~set : set;
}

Set RegexLetters::parseItem()
{
    const char letter = take();
    if (letter == '[' && (peek() == ':' || peek() == '.' || peek() == '='))
        refuse("holds a named class of letters, which is not supported");
    if (letter == '\\')
        return skip('b') ? single('\b') : parseEscape();
    return single(letter);
}

} // namespace quantloupe
