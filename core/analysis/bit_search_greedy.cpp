// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bit_search_run.h"
#include "analysis/search_moves.h"

#include <optional>
#include <set>
#include <utility>

namespace quantloupe {

namespace {

/// The move that gives most for its cost: up to the budget downwards, then upwards.
class Greedy
{
public:
    Greedy(const SearchProblem &problem, std::int64_t budget, std::vector<std::size_t> start)
        : m_problem(problem), m_budget(budget), m_solution(solutionOf(problem, std::move(start)))
    {
    }

    std::vector<std::size_t> choice()
    {
        while (m_solution.cost > m_budget && take(cheaperMove()))
            ;
        while (take(betterMove()))
            ;
        return m_solution.choice;
    }

private:
    bool take(const std::optional<SearchMove> &move)
    {
        if (!move)
            return false;
        std::vector<std::size_t> choice = m_solution.choice;
        choice[move->to.group] = move->to.option;
        m_solution = solutionOf(m_problem, std::move(choice));
        return true;
    }

    /// The least error for what it saves.
    std::optional<SearchMove> cheaperMove() const
    {
        std::optional<SearchMove> best;
        for (const SearchMove &move : movesFrom(m_problem, m_solution.choice))
            if (move.cost < 0 && (!best || move.error * static_cast<double>(-best->cost) <
                                               best->error * static_cast<double>(-move.cost)))
                best = move;
        return best;
    }

    /// The most error less for its cost, of those that fit. Each lowers the error.
    std::optional<SearchMove> betterMove() const
    {
        std::optional<SearchMove> best;
        for (const SearchMove &move : movesFrom(m_problem, m_solution.choice)) {
            if (!(m_solution.error + move.error < m_solution.error) ||
                m_solution.cost + move.cost > m_budget)
                continue;
            if (!best || isSteeper(move, *best))
                best = move;
        }
        if (!best)
            return {};
        // What rounding makes of a move must be less too, or moves could go round in circles.
        std::vector<std::size_t> choice = m_solution.choice;
        choice[best->to.group] = best->to.option;
        return solutionOf(m_problem, std::move(choice)).error < m_solution.error ? best
                                                                                 : std::nullopt;
    }

    /// What costs nothing more is steepest.
    static bool isSteeper(const SearchMove &a, const SearchMove &b)
    {
        if (a.cost <= 0 || b.cost <= 0)
            return a.cost <= 0 && (b.cost > 0 || a.error < b.error);
        return -a.error * static_cast<double>(b.cost) > -b.error * static_cast<double>(a.cost);
    }

    const SearchProblem &m_problem;
    std::int64_t m_budget;
    SearchSolution m_solution;
};

/// The widest allowed option of up to `bits`, the one of least error among equals; the narrowest
/// of all where each is wider.
std::size_t optionOfBits(const SearchGroup &group, int bits)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < group.options.size(); ++i) {
        if (!group.isAllowed(i))
            continue;
        const SearchOption &option = group.options[i];
        if (!best) {
            best = i;
            continue;
        }
        const SearchOption &other = group.options[*best];
        const bool fits = option.bits <= bits;
        if (fits != (other.bits <= bits) ? fits
            : option.bits != other.bits  ? fits == (option.bits > other.bits)
                                         : option.error < other.error)
            best = i;
    }
    return best.value_or(0);
}

} // namespace

std::vector<SearchMove> movesFrom(const SearchProblem &problem,
                                  const std::vector<std::size_t> &choice)
{
    std::vector<SearchMove> moves;
    for (std::size_t i = 0; i < problem.groups.size(); ++i) {
        const SearchGroup &group = problem.groups[i];
        const SearchOption &present = group.options[choice[i]];
        for (std::size_t a = 0; a < group.options.size(); ++a) {
            if (a == choice[i] || !group.isAllowed(a))
                continue;
            double error = group.options[a].error - present.error;
            if (!problem.cross.isEmpty())
                for (std::size_t j = 0; j < problem.groups.size(); ++j)
                    if (j != i)
                        error += problem.cross.at({i, a}, {j, choice[j]}) -
                                 problem.cross.at({i, choice[i]}, {j, choice[j]});
            moves.push_back({{i, a}, group.options[a].cost - present.cost, error});
        }
    }
    return moves;
}

std::vector<std::size_t> greedyChoice(const SearchProblem &problem, std::int64_t budget,
                                      std::vector<std::size_t> start)
{
    return Greedy(problem, budget, std::move(start)).choice();
}

void searchGreedy(const BitSearchRun &run)
{
    run.offer(greedyChoice(run.problem(), run.request().budget,
                           leastErrorSolution(run.problem()).choice));
    run.state().isFinished = true;
}

void searchUniform(const BitSearchRun &run)
{
    std::set<int> widths;
    for (const SearchGroup &group : run.problem().groups)
        for (std::size_t i = 0; i < group.options.size(); ++i)
            if (group.isAllowed(i))
                widths.insert(group.options[i].bits);
    for (const int bits : widths) {
        std::vector<std::size_t> choice;
        for (const SearchGroup &group : run.problem().groups)
            choice.push_back(optionOfBits(group, bits));
        if (solutionOf(run.problem(), choice).cost > run.request().budget)
            break;
        run.take(std::move(choice));
    }
    run.state().isFinished = true;
}

} // namespace quantloupe
