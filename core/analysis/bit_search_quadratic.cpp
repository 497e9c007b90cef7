// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bit_search_run.h"
#include "analysis/search_moves.h"
#include "base/random_stream.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// A share of the groups that a restart sets anew, and at least two.
constexpr std::size_t kKickedPart = 4;
/// One restart of so many sets all groups anew.
constexpr int kWholeRestarts = 4;

/// One move, or two at once.
struct BestMove
{
    double error = 0;
    std::vector<OptionRef> to;
};

class LocalSearch
{
public:
    /// Goes on from where the run's state has come to.
    explicit LocalSearch(const BitSearchRun &run) : m_run(run), m_solution(run.state().current) {}

    /// False when the time was up before the last move. `hasStepped`: this call did something
    /// already; else one move is made, however little time there is.
    bool search(bool &hasStepped)
    {
        m_run.offer(m_solution.choice);
        while (true) {
            if (!m_run.goesOn() && hasStepped)
                return false;
            hasStepped = true;
            if (!improve())
                return true;
            m_run.offer(m_solution.choice);
            m_run.state().current = m_solution;
        }
    }

private:
    bool fits(std::int64_t change) const
    {
        return m_solution.cost + change <= m_run.request().budget;
    }

    /// What two moves add together beyond what each does alone.
    double crossOf(const OptionRef &a, const OptionRef &b) const
    {
        const CrossTerms &cross = m_run.problem().cross;
        const OptionRef fromA{a.group, m_solution.choice[a.group]};
        const OptionRef fromB{b.group, m_solution.choice[b.group]};
        return cross.at(a, b) - cross.at(a, fromB) - cross.at(fromA, b) + cross.at(fromA, fromB);
    }

    BestMove bestMove() const
    {
        BestMove best;
        const std::vector<SearchMove> moves = movesFrom(m_run.problem(), m_solution.choice);
        for (std::size_t i = 0; i < moves.size(); ++i) {
            if (moves[i].error < best.error && fits(moves[i].cost))
                best = {moves[i].error, {moves[i].to}};
            for (std::size_t j = i + 1; j < moves.size(); ++j) {
                if (moves[j].to.group == moves[i].to.group || !fits(moves[i].cost + moves[j].cost))
                    continue;
                const double error =
                    moves[i].error + moves[j].error + crossOf(moves[i].to, moves[j].to);
                if (error < best.error)
                    best = {error, {moves[i].to, moves[j].to}};
            }
        }
        return best;
    }

    bool improve()
    {
        const BestMove best = bestMove();
        std::vector<std::size_t> choice = m_solution.choice;
        for (const OptionRef &option : best.to)
            choice[option.group] = option.option;
        SearchSolution next = solutionOf(m_run.problem(), std::move(choice));
        // Not by rounding alone: moves could go round in circles.
        if (!(next.error < m_solution.error))
            return false;
        m_solution = std::move(next);
        return true;
    }

    const BitSearchRun &m_run;
    SearchSolution m_solution;
};

/// All that the knapsack finds on its way is offered, too, so that a search whose time is up then
/// has an answer, and the same has been offered after it whether it was up or not. False when the
/// time was up before the knapsack's answer.
bool startFromKnapsack(const BitSearchRun &run)
{
    BitSearchState &state = run.state();
    if (state.start.empty())
        state.start.emplace_back();
    SearchProblem additive = run.problem();
    additive.cross.clear();
    BitSearchRequest request = run.request();
    request.algorithm = SearchAlgorithm::Knapsack;
    const BitSearchResult found = searchBits(
        additive, request, run.context().sub(0, 0), state.start.front(),
        [&run](const SearchSolution &solution) { run.offer(solution.choice); }, run.pulse());
    if (!found.isFinished)
        return false;
    state.current = solutionOf(run.problem(), found.best.choice);
    state.start.clear();
    return true;
}

/// The best of the restarts before with some groups set at random, brought under the budget again.
std::vector<std::size_t> kicked(const BitSearchRun &run, int restart)
{
    const SearchProblem &problem = run.problem();
    RandomStream random(run.request().seed, StreamRole::Initialization,
                        static_cast<std::uint64_t>(restart));
    std::vector<std::size_t> choice = run.state().restartFrom.choice;
    const std::size_t count = problem.groups.size();
    const bool isWhole = restart % kWholeRestarts == 0;
    const std::size_t kicks = isWhole ? count : std::max<std::size_t>(2, count / kKickedPart);
    for (std::size_t i = 0; i < kicks; ++i) {
        const std::size_t group = isWhole ? i : random.below(count);
        std::vector<std::size_t> allowed;
        for (std::size_t a = 0; a < problem.groups[group].options.size(); ++a)
            if (problem.groups[group].isAllowed(a))
                allowed.push_back(a);
        choice[group] = allowed[random.below(allowed.size())];
    }
    return greedyChoice(problem, run.request().budget, std::move(choice));
}

} // namespace

void searchQuadratic(const BitSearchRun &run)
{
    BitSearchState &state = run.state();
    bool hasStepped = false;
    for (; state.restarts <= run.request().restarts; ++state.restarts) {
        run.context().advance(state.restarts / (run.request().restarts + 1.0));
        if (state.current.choice.empty()) {
            hasStepped = hasStepped || state.restarts == 0;
            if (state.restarts > 0)
                state.current = solutionOf(run.problem(), kicked(run, state.restarts));
            else if (!startFromKnapsack(run))
                return;
        }
        if (!LocalSearch(run).search(hasStepped))
            return;
        state.current = {};
        state.restartFrom = state.best;
    }
    state.isFinished = true;
}

} // namespace quantloupe
