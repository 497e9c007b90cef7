// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace quantloupe {

struct FuzzyMatch
{
    /// Higher is better; comparable between texts for the same query.
    int score = 0;
    /// The characters of the text that were matched, ascending.
    QList<int> positions;
};

/// The best way to find the query's letters (blanks left out, case ignored) in this order in
/// `text`, each at the start of a word or right after the one before; failing that, the whole query
/// in one piece. Starts of words and long runs count most, short texts more than long ones. Nothing
/// if there is no such way. An empty query matches with score 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString &query, const QString &text);

} // namespace quantloupe
