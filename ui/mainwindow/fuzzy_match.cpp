// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/fuzzy_match.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace quantloupe {

namespace {

/// Points; each letter of the text takes off one.
constexpr int kMatched = 64;
constexpr int kWordStart = 48;
constexpr int kRun = 72;
/// Taken off for each letter before the first match, up to a number of them.
constexpr int kLeading = 4;
constexpr int kMostLeading = 8;
constexpr int kImpossible = std::numeric_limits<int>::min() / 2;

QString withoutBlanks(const QString &text)
{
    QString result = text.toCaseFolded();
    result.removeIf([](QChar letter) { return letter.isSpace(); });
    return result;
}

bool startsWord(const QString &text, int at)
{
    return at == 0 || (!text[at - 1].isLetterOrNumber() && text[at].isLetterOrNumber()) ||
           (text[at - 1].isLower() && text[at].isUpper());
}

int leading(qsizetype at)
{
    return kLeading * int(std::min<qsizetype>(at, kMostLeading));
}

/// Worth less than the same run from the start of a word on.
std::optional<FuzzyMatch> inOnePiece(const QString &letters, const QString &text)
{
    const qsizetype at = text.toCaseFolded().indexOf(letters);
    if (at < 0)
        return {};
    FuzzyMatch match;
    match.score = int(letters.size()) * kMatched - leading(at) - int(text.size());
    for (qsizetype i = 0; i < letters.size(); ++i)
        match.positions.append(int(at + i));
    return match;
}

/// best(q, t): the highest score of the query's first q + 1 letters with the last of them at t.
class Alignment
{
public:
    Alignment(const QString &query, const QString &text)
        : m_query(query),
          m_text(text),
          m_folded(text.toCaseFolded()),
          m_cells(std::size_t(query.size() * text.size()))
    {
        for (int q = 0; q < m_query.size(); ++q)
            fillRow(q);
    }

    /// Where the last letter stands best; -1 if the query is not in the text.
    int end() const
    {
        int best = -1;
        const int last = int(m_query.size()) - 1;
        for (int t = 0; t < m_text.size(); ++t)
            if (cell(last, t).score > (best < 0 ? kImpossible : cell(last, best).score))
                best = t;
        return best;
    }

    FuzzyMatch trace(int t) const
    {
        FuzzyMatch match;
        match.score = cell(int(m_query.size()) - 1, t).score - int(m_text.size());
        for (int q = int(m_query.size()) - 1; q >= 0; --q) {
            match.positions.prepend(t);
            t = cell(q, t).previous;
        }
        return match;
    }

private:
    struct Cell
    {
        int score = kImpossible;
        int previous = -1;
    };

    Cell &cell(int q, int t) { return m_cells[std::size_t(q * m_text.size() + t)]; }
    const Cell &cell(int q, int t) const { return m_cells[std::size_t(q * m_text.size() + t)]; }

    void fillRow(int q)
    {
        Cell before;
        before.score = q == 0 ? 0 : kImpossible;
        for (int t = 0; t < m_text.size(); ++t) {
            if (m_folded[t] == m_query[q] && (startsWord(m_text, t) || follows(q, t)))
                place(q, t, before);
            if (q > 0 && cell(q - 1, t).score > before.score)
                before = {cell(q - 1, t).score, t};
        }
    }

    bool follows(int q, int t) const
    {
        return q > 0 && t > 0 && cell(q - 1, t - 1).score > kImpossible / 2;
    }

    void place(int q, int t, const Cell &before)
    {
        const bool isStart = startsWord(m_text, t);
        const int own = kMatched + (isStart ? kWordStart : 0);
        Cell best;
        if (isStart)
            best = before;
        if (q == 0)
            best.score -= leading(t);
        if (follows(q, t) && cell(q - 1, t - 1).score + kRun > best.score)
            best = {cell(q - 1, t - 1).score + kRun, t - 1};
        if (best.score > kImpossible / 2)
            cell(q, t) = {best.score + own, best.previous};
    }

    const QString &m_query;
    const QString &m_text;
    QString m_folded;
    std::vector<Cell> m_cells;
};

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &query, const QString &text)
{
    const QString letters = withoutBlanks(query);
    if (letters.isEmpty())
        return FuzzyMatch{};
    // A folded text of another length could not be mapped back to letters of the text.
    if (text.isEmpty() || text.toCaseFolded().size() != text.size())
        return {};
    const Alignment alignment(letters, text);
    const int end = alignment.end();
    return end < 0 ? inOnePiece(letters, text) : alignment.trace(end);
}

} // namespace quantloupe
