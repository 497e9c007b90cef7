// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bit_search_run.h"
#include "analysis/knapsack_bounds.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <utility>

namespace quantloupe {

namespace {

/// Partial choices of one level that are kept at most; what has the least bound stays.
constexpr std::size_t kMostNodes = 1 << 21;
/// Candidates between two looks at the clock.
constexpr std::size_t kBetweenLooks = 1 << 12;
/// Partial choices of a level that are completed to full ones, in search of a better best.
constexpr std::size_t kCompleted = 8;
/// Of the errors' size: sums of the same numbers in another order differ by less.
constexpr double kRounding = 1e-12;

/// Dynamic programming over the groups: of all partial choices that fit, those stay that no other
/// one beats in cost and error (Nemhauser, Ullmann: Discrete dynamic programming and capital
/// allocation, Management Science 15, 1969) and whose bound does not exceed the best known.
class Knapsack
{
public:
    explicit Knapsack(const BitSearchRun &run)
        : m_run(run),
          m_levels(run.state().levels),
          m_groups(knapsackGroups(run.problem())),
          m_bounds(m_groups)
    {
        for (const KnapsackGroup &group : m_groups)
            for (const KnapsackOption &option : group.options)
                m_slack += std::abs(option.error) * kRounding;
    }

    void search()
    {
        if (m_levels.empty())
            m_levels.push_back({KnapsackNode{}});
        offerCompleted();
        for (bool isFirst = true; m_levels.size() <= m_groups.size(); isFirst = false) {
            const double done = static_cast<double>(m_levels.size() - 1);
            m_run.context().advance(done / static_cast<double>(m_groups.size()));
            if (!isFirst && !m_run.goesOn())
                return;
            if (!addLevel(isFirst))
                return;
            offerCompleted();
        }
        m_run.state().isFinished = true;
        m_levels.clear();
    }

private:
    std::int64_t restOf(const KnapsackNode &node) const
    {
        return m_run.request().budget - node.cost;
    }

    double boundOf(const KnapsackNode &node, std::size_t level) const
    {
        return node.error + m_bounds.leastError(level, restOf(node));
    }

    /// All partial choices with one group more that may lead to a better best. False when the time
    /// was up before, which does not stop a call's first level.
    bool addCandidates(std::vector<KnapsackNode> &candidates, bool isFirst) const
    {
        const std::size_t level = m_levels.size();
        const SearchSolution &best = m_run.state().best;
        const double limit =
            best.choice.empty() ? KnapsackBounds::kUnreachable : best.error + m_slack;
        std::size_t looked = 0;
        for (std::uint32_t i = 0; i < m_levels.back().size(); ++i) {
            const KnapsackNode &node = m_levels.back()[i];
            for (const KnapsackOption &option : m_groups[level - 1].options) {
                if (++looked % kBetweenLooks == 0 && !m_run.goesOn() && !isFirst)
                    return false;
                const KnapsackNode next{node.cost + option.cost, node.error + option.error, i,
                                        option.index};
                const double bound = boundOf(next, level);
                if (bound <= limit && bound < KnapsackBounds::kUnreachable)
                    candidates.push_back(next);
            }
        }
        return true;
    }

    /// False when the time is up; the levels are as before then.
    bool addLevel(bool isFirst)
    {
        std::vector<KnapsackNode> candidates;
        if (!addCandidates(candidates, isFirst))
            return false;
        std::ranges::sort(candidates, {}, [](const KnapsackNode &node) {
            return std::tuple(node.cost, node.error, node.parent, node.option);
        });
        std::vector<KnapsackNode> kept;
        for (const KnapsackNode &node : candidates)
            if (kept.empty() || node.error < kept.back().error)
                kept.push_back(node);
        thinOut(kept);
        m_levels.push_back(std::move(kept));
        return true;
    }

    void thinOut(std::vector<KnapsackNode> &nodes) const
    {
        if (nodes.size() <= kMostNodes)
            return;
        const std::size_t level = m_levels.size();
        const auto bound = [&](const KnapsackNode &node) { return boundOf(node, level); };
        std::ranges::nth_element(nodes, nodes.begin() + kMostNodes, {}, bound);
        nodes.resize(kMostNodes);
        std::ranges::sort(nodes, {}, &KnapsackNode::cost);
        m_run.state().isExact = false;
    }

    std::vector<std::size_t> choiceOf(const KnapsackNode &last) const
    {
        const std::size_t level = m_levels.size() - 1;
        std::vector<std::size_t> choice(m_groups.size());
        const std::vector<std::uint32_t> rest = m_bounds.complete(level, restOf(last));
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const KnapsackGroup &group = m_groups[level + i];
            choice[group.group] = group.options[rest[i]].index;
        }
        KnapsackNode node = last;
        for (std::size_t i = level; i > 0; --i) {
            choice[m_groups[i - 1].group] = node.option;
            node = m_levels[i - 1][node.parent];
        }
        return choice;
    }

    void offerCompleted() const
    {
        const std::size_t level = m_levels.size() - 1;
        const bool isLast = level == m_groups.size();
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < m_levels.back().size(); ++i)
            order.emplace_back(boundOf(m_levels.back()[i], level), i);
        const std::size_t count = isLast ? order.size() : std::min(kCompleted, order.size());
        std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(count));
        for (const auto &[bound, index] : std::span(order).first(count)) {
            if (isLast && bound > order.front().first + m_slack)
                break;
            m_run.offer(choiceOf(m_levels.back()[index]));
        }
    }

    const BitSearchRun &m_run;
    std::vector<std::vector<KnapsackNode>> &m_levels;
    std::vector<KnapsackGroup> m_groups;
    KnapsackBounds m_bounds;
    double m_slack = 0;
};

} // namespace

void searchKnapsack(const BitSearchRun &run)
{
    Knapsack(run).search();
}

} // namespace quantloupe
