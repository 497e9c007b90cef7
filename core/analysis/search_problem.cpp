// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/search_problem.h"

#include "base/error.h"

#include <cmath>
#include <functional>
#include <utility>

namespace quantloupe {

void CrossTerms::set(const std::vector<SearchGroup> &groups, OptionRef a, OptionRef b, double value)
{
    if (m_values.empty()) {
        m_first.clear();
        m_count = 0;
        for (const SearchGroup &group : groups) {
            m_first.push_back(m_count);
            m_count += group.options.size();
        }
        m_values.assign(m_count * m_count, 0);
    }
    m_values[indexOf(a) * m_count + indexOf(b)] = value;
    m_values[indexOf(b) * m_count + indexOf(a)] = value;
}

double CrossTerms::at(OptionRef a, OptionRef b) const
{
    return m_values.empty() ? 0 : m_values[indexOf(a) * m_count + indexOf(b)];
}

bool isBetter(const SearchSolution &a, const SearchSolution &b)
{
    return a.error < b.error || (a.error == b.error && a.cost < b.cost);
}

namespace {

std::string nameOf(const SearchGroup &group)
{
    std::string text;
    for (const std::string &layer : group.layers)
        text += (text.empty() ? "" : ", ") + layer;
    return text;
}

void validate(const SearchGroup &group)
{
    bool isAllowed = false;
    for (std::size_t i = 0; i < group.options.size(); ++i) {
        const SearchOption &option = group.options[i];
        isAllowed |= group.isAllowed(i);
        if (option.cost < 0 || !std::isfinite(option.error))
            throw Error(ErrorKind::Internal,
                        "A setting of " + nameOf(group) + " in a search has no cost or no error.");
    }
    if (!isAllowed)
        throw Error(ErrorKind::BadInput,
                    "No setting is left for " + nameOf(group) + "; allow more bits, or lock it.");
}

using Before = std::function<bool(const SearchOption &, const SearchOption &)>;

SearchSolution firstOptions(const SearchProblem &problem, const Before &isBefore)
{
    std::vector<std::size_t> choice;
    for (const SearchGroup &group : problem.groups) {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < group.options.size(); ++i)
            if (group.isAllowed(i) && (!best || isBefore(group.options[i], group.options[*best])))
                best = i;
        choice.push_back(best.value_or(0));
    }
    return solutionOf(problem, std::move(choice));
}

} // namespace

void validate(const SearchProblem &problem)
{
    if (problem.groups.empty())
        throw Error(ErrorKind::BadInput,
                    "There is no layer to search bits for; open a generator with layers.");
    for (const SearchGroup &group : problem.groups)
        validate(group);
}

SearchSolution solutionOf(const SearchProblem &problem, std::vector<std::size_t> choice)
{
    SearchSolution solution{std::move(choice), 0, 0};
    for (std::size_t i = 0; i < problem.groups.size(); ++i) {
        const SearchOption &option = problem.groups[i].options.at(solution.choice.at(i));
        solution.cost += option.cost;
        solution.error += option.error;
    }
    if (problem.cross.isEmpty())
        return solution;
    for (std::size_t i = 0; i < problem.groups.size(); ++i)
        for (std::size_t j = i + 1; j < problem.groups.size(); ++j)
            solution.error += problem.cross.at({i, solution.choice[i]}, {j, solution.choice[j]});
    return solution;
}

SearchSolution cheapestSolution(const SearchProblem &problem)
{
    return firstOptions(problem, [](const SearchOption &a, const SearchOption &b) {
        return std::pair(a.cost, a.error) < std::pair(b.cost, b.error);
    });
}

SearchSolution leastErrorSolution(const SearchProblem &problem)
{
    return firstOptions(problem, [](const SearchOption &a, const SearchOption &b) {
        return std::pair(a.error, static_cast<double>(a.cost)) <
               std::pair(b.error, static_cast<double>(b.cost));
    });
}

} // namespace quantloupe
