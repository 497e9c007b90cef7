// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe_verdict.h"

namespace quantloupe {

/// See judge().
std::vector<RecipeClaim> judgeQgan(std::span<const RecipeRow> rows);
std::vector<RecipeClaim> judgePbGen(std::span<const LayerInfo> layers,
                                    std::span<const RecipeRow> rows);
std::vector<RecipeClaim> judgeAndreev(std::span<const RecipeRow> rows);

/// A claim about training, which no number without training judges; `beside` shows one.
RecipeClaim trainingClaim(std::string claim, std::string beside);
/// "43.61": four significant digits.
std::string figures(double value);
/// "SWD 43.61 against 27.62 of float, 1.579 times as much; FD-x ...", of all distances to the
/// reference that a row has; empty where there is none.
std::string distancesText(const RecipeRow &row);
/// The distances to the reference that recipes are judged by.
std::span<const MetricKind> recipeDistances();

/// What a number says of a question; Open where its noise hides the answer.
enum class Answer { Yes, No, Open };

/// Whether a distance is less than another one of the same samples to the same reference. By the
/// intervals of the differences to float, which lie apart or leave the question open; for a
/// distance without interval by the floor, by which two sets of the reference differ. Both have a
/// value.
Answer isNearer(const MetricRow &row, const MetricRow &other);
/// Where the difference to float can lie: in its interval, else up to the floor on either side of
/// the delta. Absent where nothing tells how noisy it is.
std::optional<MetricInterval> possibleDelta(const MetricRow &row);
/// Why nothing can be said by the distances of these rows: float has none, or none was measured.
std::string noDistanceText(std::span<const RecipeRow> rows);

/// Of several answers to one question: all, some or none of those that are not open.
class Tally
{
public:
    void add(Answer answer);
    int yes() const { return m_yes; }
    int open() const { return m_open; }
    int all() const { return m_yes + m_no + m_open; }
    /// NotYetTestable where no answer is more than open, and where more are open than are not: what
    /// the rest would say may be something else.
    Verdict verdict() const;

private:
    int m_yes = 0;
    int m_no = 0;
    int m_open = 0;
};

} // namespace quantloupe
