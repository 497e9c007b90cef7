// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bit_search.h"
#include "base/random_stream.h"

#include <QTest>

#include <cmath>

/// Searches that nothing was measured for.
namespace made_up_searches {

using namespace quantloupe;

inline BitSearchRequest request(SearchAlgorithm algorithm, std::int64_t budget)
{
    BitSearchRequest request;
    request.algorithm = algorithm;
    request.budget = budget;
    return request;
}

/// A network's: more bits cost more and err less, layers differ widely.
inline SearchProblem network(std::size_t layers, std::uint64_t seed)
{
    SearchProblem problem;
    RandomStream random(seed, StreamRole::Probe, layers);
    for (std::size_t g = 0; g < layers; ++g) {
        SearchGroup group;
        group.layers = {"layer" + std::to_string(g)};
        const auto weights = static_cast<std::int64_t>(1000 + random.below(4'000'000));
        const double sensitivity = std::exp(random.uniform(-4, 4));
        for (const int bits : {1, 2, 3, 4, 5, 6, 8})
            group.options.push_back(
                {bits, WeightMethod::Mse, weights * bits / 8 + 256,
                 sensitivity * std::pow(4.0, -bits) * random.uniform(0.7, 1.4)});
        problem.groups.push_back(std::move(group));
    }
    return problem;
}

inline void addCrossTerms(SearchProblem &problem, std::uint64_t seed)
{
    RandomStream random(seed, StreamRole::Probe, 1);
    for (std::size_t i = 0; i < problem.groups.size(); ++i)
        for (std::size_t j = i + 1; j < problem.groups.size(); ++j)
            for (std::size_t a = 0; a < problem.groups[i].options.size(); ++a)
                for (std::size_t b = 0; b < problem.groups[j].options.size(); ++b)
                    problem.cross.set(problem.groups, {i, a}, {j, b},
                                      static_cast<double>(random.below(21)) - 10);
}

inline std::int64_t middleBudget(const SearchProblem &problem)
{
    return (cheapestSolution(problem).cost + leastErrorSolution(problem).cost) / 2;
}

/// Cost and error are those of the choice, every option is allowed, and it fits.
inline void checkSound(const SearchProblem &problem, const BitSearchResult &result,
                       std::int64_t budget)
{
    QVERIFY(result.best == solutionOf(problem, result.best.choice));
    for (std::size_t i = 0; i < problem.groups.size(); ++i)
        QVERIFY(problem.groups[i].isAllowed(result.best.choice[i]));
    QCOMPARE(result.isReachable, result.best.cost <= budget);
}

} // namespace made_up_searches
