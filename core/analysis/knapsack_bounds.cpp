// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/knapsack_bounds.h"

#include <algorithm>
#include <tuple>

namespace quantloupe {

namespace {

/// Gain for cost of a before that of b; both costs are above 0.
bool isSteeper(double gainA, std::int64_t costA, double gainB, std::int64_t costB)
{
    return gainA * static_cast<double>(costB) > gainB * static_cast<double>(costA);
}

KnapsackGroup knapsackGroup(const SearchGroup &group, std::size_t index)
{
    std::vector<KnapsackOption> allowed;
    for (std::size_t i = 0; i < group.options.size(); ++i)
        if (group.isAllowed(i))
            allowed.push_back(
                {group.options[i].cost, group.options[i].error, static_cast<std::uint32_t>(i)});
    std::ranges::sort(allowed, {}, [](const KnapsackOption &option) {
        return std::tuple(option.cost, option.error, option.index);
    });
    KnapsackGroup result{index, {}};
    for (const KnapsackOption &option : allowed)
        if (result.options.empty() || option.error < result.options.back().error)
            result.options.push_back(option);
    return result;
}

std::int64_t costRange(const KnapsackGroup &group)
{
    return group.options.back().cost - group.options.front().cost;
}

} // namespace

std::vector<KnapsackGroup> knapsackGroups(const SearchProblem &problem)
{
    std::vector<KnapsackGroup> groups;
    for (std::size_t i = 0; i < problem.groups.size(); ++i)
        groups.push_back(knapsackGroup(problem.groups[i], i));
    std::ranges::stable_sort(groups, std::greater<>(), costRange);
    return groups;
}

std::vector<KnapsackBounds::Step> KnapsackBounds::hullSteps(const KnapsackGroup &group,
                                                            std::size_t position)
{
    std::vector<std::uint32_t> hull;
    const auto &options = group.options;
    const auto step = [&](std::uint32_t from, std::uint32_t to) {
        return Step{position,
                    to,
                    options[to].cost - options[from].cost,
                    options[from].error - options[to].error,
                    0,
                    0};
    };
    for (std::uint32_t i = 0; i < options.size(); ++i) {
        while (hull.size() >= 2) {
            const Step first = step(hull[hull.size() - 2], hull.back());
            const Step second = step(hull.back(), i);
            if (isSteeper(first.gain, first.cost, second.gain, second.cost))
                break;
            hull.pop_back();
        }
        hull.push_back(i);
    }
    std::vector<Step> steps;
    for (std::size_t i = 1; i < hull.size(); ++i)
        steps.push_back(step(hull[i - 1], hull[i]));
    return steps;
}

KnapsackBounds::KnapsackBounds(const std::vector<KnapsackGroup> &groups)
    : m_suffixes(groups.size() + 1)
{
    for (std::size_t i = groups.size(); i-- > 0;) {
        Suffix &suffix = m_suffixes[i];
        suffix = m_suffixes[i + 1];
        suffix.leastCost += groups[i].options.front().cost;
        suffix.mostError += groups[i].options.front().error;
        const std::vector<Step> steps = hullSteps(groups[i], i);
        suffix.steps.insert(suffix.steps.end(), steps.begin(), steps.end());
        std::ranges::stable_sort(suffix.steps, [](const Step &a, const Step &b) {
            return isSteeper(a.gain, a.cost, b.gain, b.cost);
        });
        std::int64_t costs = 0;
        double gains = 0;
        for (Step &step : suffix.steps) {
            step.costs = costs += step.cost;
            step.gains = gains += step.gain;
        }
    }
}

double KnapsackBounds::leastError(std::size_t first, std::int64_t rest) const
{
    const Suffix &suffix = m_suffixes[first];
    rest -= suffix.leastCost;
    if (rest < 0)
        return kUnreachable;
    const auto part = std::ranges::upper_bound(suffix.steps, rest, {}, &Step::costs);
    const bool isFirst = part == suffix.steps.begin();
    double gains = isFirst ? 0 : std::prev(part)->gains;
    if (part != suffix.steps.end()) {
        const std::int64_t left = rest - (isFirst ? 0 : std::prev(part)->costs);
        gains += part->gain * static_cast<double>(left) / static_cast<double>(part->cost);
    }
    return suffix.mostError - gains;
}

std::vector<std::uint32_t> KnapsackBounds::complete(std::size_t first, std::int64_t rest) const
{
    const Suffix &suffix = m_suffixes[first];
    rest -= suffix.leastCost;
    const std::size_t count = m_suffixes.size() - 1 - first;
    std::vector<std::uint32_t> options(count, 0);
    // A group that could not take a step takes none after it: they follow on from it.
    std::vector<bool> isClosed(count, false);
    for (const Step &step : suffix.steps) {
        const std::size_t group = step.group - first;
        if (isClosed[group] || step.cost > rest) {
            isClosed[group] = true;
            continue;
        }
        rest -= step.cost;
        options[group] = step.to;
    }
    return options;
}

} // namespace quantloupe
