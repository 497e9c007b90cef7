// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bit_search.h"
#include "base/random_stream.h"

#include <optional>

/// Small searches whose answer is known because every choice was tried.
namespace brute_force {

using namespace quantloupe;

/// The best choice that fits; none if no choice does.
inline std::optional<SearchSolution> best(const SearchProblem &problem, std::int64_t budget)
{
    std::optional<SearchSolution> best;
    std::vector<std::size_t> choice(problem.groups.size(), 0);
    while (true) {
        bool isAllowed = true;
        for (std::size_t i = 0; i < choice.size(); ++i)
            isAllowed &= problem.groups[i].isAllowed(choice[i]);
        const SearchSolution solution = solutionOf(problem, choice);
        if (isAllowed && solution.cost <= budget && (!best || isBetter(solution, *best)))
            best = solution;
        std::size_t digit = 0;
        while (digit < choice.size() && ++choice[digit] == problem.groups[digit].options.size())
            choice[digit++] = 0;
        if (digit == choice.size())
            return best;
    }
}

/// Up to 6 groups of up to 5 settings, in no order. Errors are whole numbers, so that sums are
/// exact and ties come up; costs are as large as `unit` makes them.
inline SearchProblem problem(RandomStream &random, std::int64_t unit)
{
    SearchProblem problem;
    const std::size_t groups = 1 + random.below(6);
    for (std::size_t g = 0; g < groups; ++g) {
        SearchGroup group;
        group.layers = {"layer" + std::to_string(g)};
        const std::size_t options = 1 + random.below(5);
        for (std::size_t i = 0; i < options; ++i)
            group.options.push_back({static_cast<int>(1 + i), WeightMethod::Mse,
                                     static_cast<std::int64_t>(random.below(20)) * unit +
                                         (unit > 1 ? static_cast<std::int64_t>(random.below(
                                                         static_cast<std::uint64_t>(unit)))
                                                   : 0),
                                     static_cast<double>(random.below(30))});
        problem.groups.push_back(std::move(group));
    }
    return problem;
}

/// A budget between nothing and what the dearest choice costs.
inline std::int64_t budgetFor(const SearchProblem &problem, RandomStream &random)
{
    std::int64_t most = 0;
    for (const SearchGroup &group : problem.groups) {
        std::int64_t dearest = 0;
        for (const SearchOption &option : group.options)
            dearest = std::max(dearest, option.cost);
        most += dearest;
    }
    return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most) + 2));
}

} // namespace brute_force
