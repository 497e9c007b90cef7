// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bit_search.h"

namespace quantloupe {

/// What all algorithms share while one of them runs: the time box, and the best so far.
class BitSearchRun
{
public:
    BitSearchRun(const SearchProblem &problem, const BitSearchRequest &request,
                 const RunContext &context, BitSearchState &state, const SolutionSink &sink,
                 const SearchPulse &pulse);

    const SearchProblem &problem() const { return m_problem; }
    const BitSearchRequest &request() const { return m_request; }
    const RunContext &context() const { return m_context; }
    BitSearchState &state() const { return m_state; }
    const SearchPulse &pulse() const { return m_pulse; }

    /// Keeps a choice that fits if it is better than the best.
    void offer(std::vector<std::size_t> choice) const;
    /// Keeps a choice that fits as the best.
    void take(std::vector<std::size_t> choice) const;
    /// The cancel point, at which the state has to be whole. False when the time is up.
    bool goesOn() const;

private:
    const SearchProblem &m_problem;
    const BitSearchRequest &m_request;
    const RunContext &m_context;
    BitSearchState &m_state;
    const SolutionSink &m_sink;
    const SearchPulse &m_pulse;
};

// Each leaves the best of what it did in the run's state, and sets isFinished at its end. The
// cheapest choice fits the budget.

void searchKnapsack(const BitSearchRun &run);
/// The choice of the greedy algorithm, cross terms included, from `start` on.
std::vector<std::size_t> greedyChoice(const SearchProblem &problem, std::int64_t budget,
                                      std::vector<std::size_t> start);
void searchGreedy(const BitSearchRun &run);
void searchQuadratic(const BitSearchRun &run);
void searchUniform(const BitSearchRun &run);

} // namespace quantloupe
