// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bit_search.h"

#include "analysis/bit_search_run.h"
#include "base/error.h"
#include "base/hash.h"

#include <algorithm>
#include <array>
#include <bit>

namespace quantloupe {

namespace {

constexpr std::array kAlgorithms = {SearchAlgorithm::Knapsack, SearchAlgorithm::Greedy,
                                    SearchAlgorithm::Quadratic, SearchAlgorithm::Qgan};

/// As the algorithm sees it.
SearchProblem seenBy(SearchAlgorithm algorithm, SearchProblem problem)
{
    if (algorithm != SearchAlgorithm::Quadratic)
        problem.cross.clear();
    return problem;
}

void runAlgorithm(const BitSearchRun &run)
{
    switch (run.request().algorithm) {
    case SearchAlgorithm::Knapsack:
        return searchKnapsack(run);
    case SearchAlgorithm::Greedy:
        return searchGreedy(run);
    case SearchAlgorithm::Quadratic:
        return searchQuadratic(run);
    case SearchAlgorithm::Qgan:
        return searchUniform(run);
    }
}

/// Else what a damaged file said.
bool isWithin(std::int64_t budget, const BitSearchState &state)
{
    const auto fits = [budget](const auto &some) { return some.cost <= budget; };
    return fits(state.best) && fits(state.restartFrom) && fits(state.current) &&
           std::ranges::all_of(state.levels,
                               [&](const auto &level) { return std::ranges::all_of(level, fits); });
}

/// Evenly spread from the least cost to that of the least error.
std::int64_t frontBudget(const SearchProblem &problem, int index, int budgets)
{
    const std::int64_t least = cheapestSolution(problem).cost;
    const std::int64_t most = std::max(least, leastErrorSolution(problem).cost);
    if (index + 1 >= budgets)
        return most;
    const double share = index / (budgets - 1.0);
    return least + static_cast<std::int64_t>(share * static_cast<double>(most - least));
}

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

std::string textOf(const SearchGroup &group)
{
    std::string text = "group";
    for (std::size_t i = 0; i < group.options.size(); ++i) {
        const SearchOption &option = group.options[i];
        text += " " + std::to_string(option.bits) + ":" + std::string(name(option.method)) + ":" +
                std::to_string(option.cost) + ":" + std::to_string(bitsOf(option.error)) +
                (group.isAllowed(i) ? "+" : "-");
    }
    return text;
}

std::string crossText(const SearchProblem &problem)
{
    std::string text = "cross";
    for (std::size_t i = 0; i < problem.groups.size(); ++i)
        for (std::size_t j = i + 1; j < problem.groups.size(); ++j)
            for (std::size_t a = 0; a < problem.groups[i].options.size(); ++a)
                for (std::size_t b = 0; b < problem.groups[j].options.size(); ++b)
                    text += " " + std::to_string(bitsOf(problem.cross.at({i, a}, {j, b})));
    return text;
}

} // namespace

std::span<const SearchAlgorithm> searchAlgorithms()
{
    return kAlgorithms;
}

std::string_view name(SearchAlgorithm algorithm)
{
    switch (algorithm) {
    case SearchAlgorithm::Knapsack:
        return "knapsack";
    case SearchAlgorithm::Greedy:
        return "greedy";
    case SearchAlgorithm::Quadratic:
        return "quadratic";
    case SearchAlgorithm::Qgan:
        return "qgan";
    }
    return "";
}

std::string_view sourceOf(SearchAlgorithm algorithm)
{
    switch (algorithm) {
    case SearchAlgorithm::Knapsack:
        return "least sum of the layers' errors, exactly: multiple-choice knapsack by dynamic "
               "programming with bounds (Nemhauser, Ullmann 1969; Sinha, Zoltners 1979)";
    case SearchAlgorithm::Greedy:
        return "from the least error down, always the step of least error for what it saves; usual "
               "form";
    case SearchAlgorithm::Quadratic:
        return "errors of pairs of layers too: local search from the knapsack's answer, restarted "
               "by seed";
    case SearchAlgorithm::Qgan:
        return "one bit-width for all layers, raised from the least; QGAN (arXiv 1901.08263), "
               "usual form, for the generator alone";
    }
    return "";
}

SearchAlgorithm parseSearchAlgorithm(std::string_view text)
{
    std::string names;
    for (const SearchAlgorithm algorithm : kAlgorithms) {
        if (name(algorithm) == text)
            return algorithm;
        names += (names.empty() ? "" : ", ") + std::string(name(algorithm));
    }
    throw Error(ErrorKind::BadInput, "There is no search algorithm '" + std::string(text) +
                                         "'; there are " + names + ".");
}

std::string keyOf(const SearchProblem &problem, const BitSearchRequest &request)
{
    Sha256 hash;
    hash.add("bit search 1 " + std::string(name(request.algorithm)) + " " +
             std::to_string(request.budget) + " " + std::to_string(request.seed) + " " +
             std::to_string(request.restarts) + "\n");
    for (const SearchGroup &group : problem.groups)
        hash.add(textOf(group) + "\n");
    if (request.algorithm == SearchAlgorithm::Quadratic && !problem.cross.isEmpty())
        hash.add(crossText(problem));
    return hash.hex();
}

BitSearchRun::BitSearchRun(const SearchProblem &problem, const BitSearchRequest &request,
                           const RunContext &context, BitSearchState &state,
                           const SolutionSink &sink, const SearchPulse &pulse)
    : m_problem(problem),
      m_request(request),
      m_context(context),
      m_state(state),
      m_sink(sink),
      m_pulse(pulse)
{
}

void BitSearchRun::take(std::vector<std::size_t> choice) const
{
    m_state.best = solutionOf(m_problem, std::move(choice));
    if (m_sink)
        m_sink(m_state.best);
}

void BitSearchRun::offer(std::vector<std::size_t> choice) const
{
    const SearchSolution solution = solutionOf(m_problem, choice);
    if (solution.cost <= m_request.budget &&
        (m_state.best.choice.empty() || isBetter(solution, m_state.best)))
        take(std::move(choice));
}

bool BitSearchRun::goesOn() const
{
    m_context.checkCancelled();
    if (m_pulse)
        m_pulse();
    return !m_request.deadline.isOver();
}

BitSearchResult searchBits(const SearchProblem &problem, const BitSearchRequest &request,
                           const RunContext &context, BitSearchState &state,
                           const SolutionSink &sink, const SearchPulse &pulse)
{
    validate(problem);
    const SearchProblem seen = seenBy(request.algorithm, problem);
    const std::string key = keyOf(seen, request);
    if (state.key != key || !isWithin(request.budget, state)) {
        state = {};
        state.key = key;
    }
    const SearchSolution cheapest = cheapestSolution(seen);
    if (cheapest.cost > request.budget)
        return {false, cheapest, true, false};
    const BitSearchRun run(seen, request, context, state, sink, pulse);
    run.offer(cheapest.choice);
    if (!state.isFinished)
        runAlgorithm(run);
    context.advance(1);
    const bool isProven = request.algorithm == SearchAlgorithm::Knapsack && state.isExact;
    return {true, state.best, state.isFinished, isProven && state.isFinished};
}

BitSearchResult searchBits(const SearchProblem &problem, const BitSearchRequest &request,
                           const RunContext &context)
{
    BitSearchState state;
    return searchBits(problem, request, context, state);
}

SearchedFront searchFront(const SearchProblem &problem, const BitSearchRequest &request,
                          int budgets, const RunContext &context, BitSearchStates &states,
                          const SearchPulse &pulse)
{
    validate(problem);
    const SearchProblem seen = seenBy(request.algorithm, problem);
    SearchedFront front;
    bool hasStepped = false;
    for (int i = 0; i < budgets; ++i) {
        BitSearchRequest one = request;
        one.budget = frontBudget(seen, i, budgets);
        BitSearchState &state = states[keyOf(seen, one)];
        const bool isEnd = i == 0 || i + 1 == budgets;
        // What is known takes no time.
        if (!isEnd && !state.isFinished && hasStepped && request.deadline.isOver()) {
            front.isFinished = false;
            continue;
        }
        hasStepped = hasStepped || !state.isFinished;
        const RunContext part = context.sub(i / double(budgets), (i + 1) / double(budgets));
        BitSearchResult result = searchBits(seen, one, part, state, {}, pulse);
        front.isFinished = front.isFinished && result.isFinished;
        if (front.points.empty() || result.best.error < front.points.back().error)
            front.points.push_back(std::move(result.best));
    }
    return front;
}

SearchedFront searchFront(const SearchProblem &problem, const BitSearchRequest &request,
                          int budgets, const RunContext &context)
{
    BitSearchStates states;
    return searchFront(problem, request, budgets, context, states);
}

void addToFront(std::vector<SearchSolution> &points, const SearchSolution &answer)
{
    std::erase_if(points, [&](const SearchSolution &point) {
        return point.choice == answer.choice ||
               (point.cost >= answer.cost && point.error >= answer.error);
    });
    points.insert(std::ranges::upper_bound(points, answer.cost, {}, &SearchSolution::cost), answer);
}

} // namespace quantloupe
