// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/search_problem.h"
#include "base/deadline.h"
#include "base/run_context.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// How bits are found under a budget; sourceOf() says where each comes from.
enum class SearchAlgorithm {
    Knapsack,  ///< The least sum of errors, exactly; cross terms are left aside.
    Greedy,    ///< The step that costs the least error for what it saves, again and again.
    Quadratic, ///< Local search with cross terms from the knapsack's solution, restarted by seed.
    Qgan       ///< One bit-width for all layers, raised while the budget holds.
};

std::span<const SearchAlgorithm> searchAlgorithms();
/// "knapsack", "greedy", "quadratic", "qgan".
std::string_view name(SearchAlgorithm algorithm);
/// Throws Error{BadInput} that lists the names.
SearchAlgorithm parseSearchAlgorithm(std::string_view text);
/// One line that names what the algorithm does and where it was published.
std::string_view sourceOf(SearchAlgorithm algorithm);

struct BitSearchRequest
{
    SearchAlgorithm algorithm = SearchAlgorithm::Knapsack;
    /// The most that all groups may cost together, in the unit of SearchOption::cost.
    std::int64_t budget = 0;
    /// Of the restarts of Quadratic.
    std::uint64_t seed = 0;
    int restarts = 64;
    /// When the search ends with the best so far.
    Deadline deadline;
};

/// One partial choice of the knapsack: the first groups in the order of its own.
struct KnapsackNode
{
    std::int64_t cost = 0;
    double error = 0;
    /// Index into the level before.
    std::uint32_t parent = 0;
    /// Index into the group's options.
    std::uint32_t option = 0;
    bool operator==(const KnapsackNode &) const = default;
};

/// How far a search is; with it the same search goes on later and ends as if it had never paused.
/// Each call does one step at least (a level of the knapsack, a move of Quadratic), however little
/// time it has, so that calls that are repeated come to an end.
struct BitSearchState
{
    /// keyOf() what is searched; a state of another search is not used.
    std::string key;
    /// The best that fits so far; no choice where there is none yet.
    SearchSolution best;
    /// Knapsack: all that is kept of each level that is done.
    std::vector<std::vector<KnapsackNode>> levels;
    /// Knapsack: no level had to be thinned out to fit into memory.
    bool isExact = true;
    /// Quadratic: restarts that are done, and the best they left, which the next one starts from.
    int restarts = 0;
    SearchSolution restartFrom;
    /// Quadratic: where the restart that is under way has come to; no choice before it began.
    SearchSolution current;
    /// Quadratic: the knapsack that it starts from, while that is under way; one at most.
    std::vector<BitSearchState> start;
    bool isFinished = false;
};

/// Searches that belong together, by their keys.
using BitSearchStates = std::map<std::string, BitSearchState>;

struct BitSearchResult
{
    /// Some choice costs no more than the budget. Else `best` is the cheapest choice there is, the
    /// nearest that can be reached.
    bool isReachable = false;
    SearchSolution best;
    /// It came to its end before its time was up.
    bool isFinished = false;
    /// There is no better one: the knapsack's answer, if it finished.
    bool isProvenBest = false;
};

/// Gets each solution that is better than those before.
using SolutionSink = std::function<void(const SearchSolution &)>;
/// Called again and again while a search runs, whenever its state is whole and may be kept.
using SearchPulse = std::function<void()>;

/// Identifies a problem with its request, without the time box.
std::string keyOf(const SearchProblem &problem, const BitSearchRequest &request);

/// The best choice under the budget that the algorithm finds. It can be stopped at any time:
/// `state` then holds the best so far and lets a later call go on. The result depends on problem,
/// algorithm, budget, seed and restarts alone, unless its time runs out. Throws Error{BadInput} as
/// validate().
BitSearchResult searchBits(const SearchProblem &problem, const BitSearchRequest &request,
                           const RunContext &context, BitSearchState &state,
                           const SolutionSink &sink = {}, const SearchPulse &pulse = {});
BitSearchResult searchBits(const SearchProblem &problem, const BitSearchRequest &request,
                           const RunContext &context = {});

struct SearchedFront
{
    /// Each once, by ascending cost.
    std::vector<SearchSolution> points;
    /// Nothing was left out because the time was up.
    bool isFinished = true;
};

/// The least errors for costs between the cheapest choice and that of the least error: the exact
/// solutions under `budgets` evenly spread budgets. Cross terms count if the algorithm is
/// Quadratic. All share the request's deadline: once it is over, only the two ends are left to do,
/// as well as no time allows, and one step of another one where both are done. `states` gets how
/// far each is and lets a later call go on.
SearchedFront searchFront(const SearchProblem &problem, const BitSearchRequest &request,
                          int budgets, const RunContext &context, BitSearchStates &states,
                          const SearchPulse &pulse = {});
SearchedFront searchFront(const SearchProblem &problem, const BitSearchRequest &request,
                          int budgets, const RunContext &context);

/// Makes the answer of a budget between theirs one of the points, which ascend by cost, at its
/// place. Points that cost no less and err no less are left out, so that it stands there once.
void addToFront(std::vector<SearchSolution> &points, const SearchSolution &answer);

} // namespace quantloupe
