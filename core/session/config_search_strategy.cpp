// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "session/config_search_run.h"
#include "session/sensitivity_key.h"

#include <sstream>
#include <utility>

namespace quantloupe {

namespace {

/// Of the progress; the rest is that of points that are measured.
constexpr double kFound = 0.55;
/// Of what is done until then.
constexpr double kBudgetSearched = 0.6;
constexpr double kBoundFrontFound = 0.2;

} // namespace

void ConfigSearchRun::search(const RunContext &context)
{
    m_search.deadline = Deadline::after(m_request.seconds, m_hooks.now);
    const RunContext finding = context.sub(0, m_request.measuresFront ? kFound : 1);
    if (m_request.budget) {
        // What is asked for first: the front takes what is left of the time.
        searchWithinBudget(finding.sub(0, kBudgetSearched));
        findFront(finding.sub(kBudgetSearched, 1));
    } else {
        findFront(finding.sub(0, kBoundFrontFound));
        searchWithinBound(finding.sub(kBoundFrontFound, 1));
    }
    // Measuring takes long beside it.
    m_progress->keep();
    if (m_request.measuresFront)
        measureFront(context.sub(kFound, 1));
    takeMeasured();
    if (m_request.bound && !m_report.isReachable)
        sayNearest();
}

std::string ConfigSearchRun::progressKey() const
{
    std::ostringstream text;
    text << std::hexfloat;
    if (m_request.budget)
        text << "budget " << name(m_request.budget->cost) << ' ' << m_request.budget->amount;
    if (m_request.bound)
        text << "bound " << name(m_request.bound->metric) << ' ' << m_request.bound->value << ' '
             << name(m_request.boundCost);
    // Algorithm, seed, restarts, and of each layer what its settings cost and err: locks, ties and
    // targets are in it.
    text << '/' << m_request.frontPoints << '/' << m_request.count << '/'
         << keyOf(m_problem.problem, m_search);
    for (const SearchGroup &group : m_problem.problem.groups) {
        text << "/group";
        for (const std::string &layer : group.layers)
            text << ' ' << layer;
    }
    // Generator, samples, calibration, corrections, and files of references and features.
    SensitivityRequest measurement = m_sweep;
    measurement.metric = measuredMetric(m_request).value_or(m_sweep.metric);
    text << '/' << SensitivityKeys(measurement).of(m_sweep.base, 0);
    return text.str();
}

void ConfigSearchRun::findFront(const RunContext &context)
{
    context.describe("Searching");
    SearchedFront front = searchFront(m_problem.problem, m_search, m_request.frontPoints, context,
                                      m_progress->states(), [this] { m_progress->pulse(); });
    m_front = std::move(front.points);
    if (m_request.budget)
        addToFront(m_front, m_best);
    m_report.isFrontFinished = front.isFinished;
    for (const SearchSolution &solution : m_front)
        tell(m_report.front.emplace_back(trialOf(solution)));
}

void ConfigSearchRun::searchWithinBudget(const RunContext &context)
{
    context.describe("Searching");
    m_search.budget = groupBudget(m_problem, m_request.budget->amount);
    BitSearchState &state = m_progress->states()[keyOf(m_problem.problem, m_search)];
    const auto better = [this](const SearchSolution &solution) {
        if (m_hooks.better)
            m_hooks.better(trialOf(solution));
    };
    if (!state.best.choice.empty())
        better(state.best);
    const BitSearchResult result = searchBits(m_problem.problem, m_search, context, state, better,
                                              [this] { m_progress->pulse(); });
    m_report.isReachable = result.isReachable;
    m_report.isFinished = result.isFinished;
    m_report.isProvenBest = result.isProvenBest;
    m_best = result.best;
    if (m_request.algorithm == SearchAlgorithm::Quadratic && result.isFinished &&
        result.isReachable)
        compareWithKnapsack(context.sub(1, 1));
    m_report.best = trialOf(m_best);
    if (!result.isReachable)
        m_report.nearest = "No configuration keeps the budget; the cheapest one has " +
                           amountText(result.best.cost) + ".";
}

void ConfigSearchRun::compareWithKnapsack(const RunContext &context)
{
    SearchProblem additive = m_problem.problem;
    additive.cross.clear();
    BitSearchRequest knapsack = m_search;
    knapsack.algorithm = SearchAlgorithm::Knapsack;
    knapsack.deadline = {};
    const BitSearchResult found = searchBits(additive, knapsack, context);
    if (found.best.choice == m_best.choice)
        return;
    SearchSolution other = solutionOf(m_problem.problem, found.best.choice);
    if (errorOnSweep(configOf(m_problem, other), context) >=
        errorOnSweep(configOf(m_problem, m_best), context))
        return;
    m_best = std::move(other);
    m_report.notes.emplace_back("Measured, the knapsack's choice errs less than that of the "
                                "quadratic strategy, and is the answer.");
    if (m_hooks.better)
        m_hooks.better(trialOf(m_best));
}

} // namespace quantloupe
