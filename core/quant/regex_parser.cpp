// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/regex_parser.h"

#include "base/error.h"
#include "quant/regex_letters.h"

#include <optional>
#include <utility>

namespace quantloupe {

namespace {

using State = NameRegex::State;
/// Can be moved and repeated as it is: all ways are counted from their own step.
using Part = std::vector<State>;

State split(std::size_t next, std::size_t other)
{
    return {State::Kind::Split, {}, static_cast<int>(next), static_cast<int>(other)};
}

State jump(std::ptrdiff_t by)
{
    return {State::Kind::Split, {}, static_cast<int>(by), static_cast<int>(by)};
}

void append(Part &part, const Part &more)
{
    part.insert(part.end(), more.begin(), more.end());
}

Part alternatives(const Part &a, const Part &b)
{
    Part part{split(1, a.size() + 2)};
    append(part, a);
    part.push_back(jump(static_cast<std::ptrdiff_t>(b.size()) + 1));
    append(part, b);
    return part;
}

Part optional(const Part &a)
{
    Part part{split(1, a.size() + 1)};
    append(part, a);
    return part;
}

Part anyNumber(const Part &a)
{
    Part part{split(1, a.size() + 2)};
    append(part, a);
    part.push_back(jump(-static_cast<std::ptrdiff_t>(a.size()) - 1));
    return part;
}

struct Repetition
{
    std::size_t least = 0;
    /// Absent for any number.
    std::optional<std::size_t> most;
};

class Parser
{
public:
    explicit Parser(const std::string &text) : m_letters(text) {}

    Part parse()
    {
        Part part = parseAlternatives();
        if (!m_letters.atEnd())
            m_letters.refuse("closes a group that is not open");
        return part;
    }

private:
    Part parseAlternatives()
    {
        if (++m_depth > NameRegex::kMostDepth)
            m_letters.refuse("has too many groups in each other");
        Part part = parseSequence();
        while (m_letters.skip('|'))
            part = checked(alternatives(part, parseSequence()));
        --m_depth;
        return part;
    }

    Part parseSequence()
    {
        Part part;
        while (!m_letters.atEnd() && m_letters.peek() != '|' && m_letters.peek() != ')')
            append(part, parseRepeated());
        return checked(std::move(part));
    }

    Part parseRepeated()
    {
        Part part = parseOne();
        while (const auto repetition = parseRepetition())
            part = repeated(part, *repetition);
        return part;
    }

    Part parseOne()
    {
        if (m_letters.skip('('))
            return parseGroup();
        if (m_letters.skip('^'))
            return {{State::Kind::Begin, {}}};
        if (m_letters.skip('$'))
            return {{State::Kind::End, {}}};
        if (std::string_view("*+?{").find(m_letters.peek()) != std::string_view::npos)
            m_letters.refuse("repeats nothing");
        return {{State::Kind::Letter, m_letters.parseSet()}};
    }

    Part parseGroup()
    {
        if (m_letters.skip('?') && !m_letters.skip(':'))
            m_letters.refuse("looks ahead or behind, which is not supported");
        Part part = parseAlternatives();
        if (!m_letters.skip(')'))
            m_letters.refuse("has a group that is not closed");
        return part;
    }

    std::optional<Repetition> parseRepetition()
    {
        std::optional<Repetition> repetition;
        if (m_letters.skip('*'))
            repetition = {0, {}};
        else if (m_letters.skip('+'))
            repetition = {1, {}};
        else if (m_letters.skip('?'))
            repetition = {0, 1};
        else if (m_letters.skip('{'))
            repetition = parseCounts();
        // As few as possible or as many: the same names match.
        if (repetition)
            m_letters.skip('?');
        return repetition;
    }

    Repetition parseCounts()
    {
        Repetition counts;
        counts.least = m_letters.parseNumber();
        counts.most = counts.least;
        if (m_letters.skip(','))
            counts.most =
                m_letters.peek() == '}' ? std::nullopt : std::optional(m_letters.parseNumber());
        if (!m_letters.skip('}'))
            m_letters.refuse("has a number of repetitions that is not closed");
        if (counts.most && *counts.most < counts.least)
            m_letters.refuse("repeats at most less often than at least");
        return counts;
    }

    Part repeated(const Part &part, const Repetition &times)
    {
        Part result;
        for (std::size_t i = 0; i < times.least && !part.empty(); ++i)
            append(result, checked(result, part));
        if (!times.most)
            append(result, anyNumber(part));
        for (std::size_t i = times.least; times.most && i < *times.most && !part.empty(); ++i)
            append(result, checked(result, optional(part)));
        return checked(std::move(result));
    }

    /// Before the room is taken.
    const Part &checked(const Part &before, const Part &more) const
    {
        if (before.size() + more.size() > NameRegex::kMostStates)
            m_letters.refuse("is too large; repeat less");
        return more;
    }
    Part checked(Part part) const
    {
        checked({}, part);
        return part;
    }

    RegexLetters m_letters;
    int m_depth = 0;
};

} // namespace

std::vector<NameRegex::State> parseRegex(const std::string &text)
{
    if (text.size() > NameRegex::kMostLetters)
        throw Error(ErrorKind::BadInput, "A regular expression has at most " +
                                             std::to_string(NameRegex::kMostLetters) + " letters.");
    return Parser(text).parse();
}

} // namespace quantloupe
