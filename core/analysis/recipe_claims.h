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
std::string shortText(double value);
/// "SWD 43.61 against 27.62 of float, 1.579 times as much; FD-x ...", of all distances to the
/// reference that a row has; empty where there is none.
std::string distancesText(const RecipeRow &row);
/// The distances to the reference that recipes are judged by.
std::span<const MetricKind> recipeDistances();

/// Of several answers to one question: all, some or none.
class Tally
{
public:
    void add(bool answer) { (answer ? m_yes : m_no) += 1; }
    int yes() const { return m_yes; }
    int all() const { return m_yes + m_no; }
    /// NotYetTestable without answers.
    Verdict verdict() const;

private:
    int m_yes = 0;
    int m_no = 0;
};

} // namespace quantloupe
