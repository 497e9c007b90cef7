// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/search_problem.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace quantloupe {

/// An option that no other one of its group beats in cost and error.
struct KnapsackOption
{
    std::int64_t cost = 0;
    double error = 0;
    /// Into SearchGroup::options.
    std::uint32_t index = 0;
};

/// A group as the knapsack sees it: its options by ascending cost and falling error.
struct KnapsackGroup
{
    /// Into SearchProblem::groups.
    std::size_t group = 0;
    std::vector<KnapsackOption> options;
};

/// The groups of a problem, those with the widest range of cost first: what remains for the last
/// ones is small, and its bound tight. Without cross terms.
std::vector<KnapsackGroup> knapsackGroups(const SearchProblem &problem);

/// What the groups from each one on can do with a rest of the budget. The bound is that of the
/// relaxed problem, in which options on the lower hull of a group may be mixed (Sinha, Zoltners:
/// The multiple-choice knapsack problem, Operations Research 27, 1979).
class KnapsackBounds
{
public:
    static constexpr double kUnreachable = std::numeric_limits<double>::infinity();

    explicit KnapsackBounds(const std::vector<KnapsackGroup> &groups);

    /// No choice for the groups from `first` on within `rest` has less error; kUnreachable where
    /// none fits.
    double leastError(std::size_t first, std::int64_t rest) const;
    /// A good choice for them: of each group from `first` on the index into its options. `rest`
    /// holds the cheapest one.
    std::vector<std::uint32_t> complete(std::size_t first, std::int64_t rest) const;

private:
    /// From one option of a group's lower hull to the next one.
    struct Step
    {
        std::size_t group = 0;
        /// Index into the group's options.
        std::uint32_t to = 0;
        std::int64_t cost = 0;
        double gain = 0;
        /// Of this step and all before it.
        std::int64_t costs = 0;
        double gains = 0;
    };
    struct Suffix
    {
        std::int64_t leastCost = 0;
        double mostError = 0;
        /// By falling gain for their cost.
        std::vector<Step> steps;
    };

    static std::vector<Step> hullSteps(const KnapsackGroup &group, std::size_t position);

    /// Of the groups from each one on, and of none.
    std::vector<Suffix> m_suffixes;
};

} // namespace quantloupe
