// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/run_partition.h"

#include "base/cpu_clones.h"

#include <algorithm>
#include <array>

namespace quantloupe {

namespace {

constexpr std::size_t kLanes = 8;

/// For each lane the largest of last[a] + (sum - sums[a])^2 / (count - counts[a]) over
/// a = lane, lane + kLanes, ..., and the first such a; `starts` is a multiple of kLanes.
struct LaneBest
{
    std::array<double, kLanes> gain;
    std::array<double, kLanes> start;
};

QUANTLOUPE_CPU_CLONES
void searchLanes(const double *__restrict last, const double *__restrict counts,
                 const double *__restrict sums, std::size_t starts, double count, double sum,
                 LaneBest &best)
{
    for (std::size_t a = 0; a < starts; a += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const double difference = sum - sums[a + lane];
            const double gain =
                last[a + lane] + difference * difference / (count - counts[a + lane]);
            const bool isBetter = gain > best.gain[lane];
            best.start[lane] = isBetter ? static_cast<double>(a) : best.start[lane];
            best.gain[lane] = isBetter ? gain : best.gain[lane];
        }
}

} // namespace

RunPartition::RunPartition(const SortedWeights &weights, const std::vector<std::size_t> &edges)
    : m_edges(edges)
{
    for (const std::size_t edge : edges) {
        m_counts.push_back(static_cast<double>(edge));
        m_sums.push_back(weights.sums[edge]);
    }
    m_counts.push_back(static_cast<double>(weights.values.size()));
    m_sums.push_back(weights.sums.back());
}

Partition RunPartition::solve(std::size_t runs)
{
    const std::size_t end = m_edges.size();
    runs = std::min(runs, end);
    m_last.assign(end + 1, 0);
    for (std::size_t b = 1; b <= end; ++b)
        m_last[b] = m_sums[b] * m_sums[b] / m_counts[b];
    m_next = m_last;
    for (std::size_t run = 1; run < runs; ++run)
        // The last run ends at the end; the others leave an edge for each after them.
        addRun(run, run + 1 == runs ? end : run + 1);
    return traceBack(runs);
}

/// best(run, b) for all b from `lowestEnd`.
void RunPartition::addRun(std::size_t run, std::size_t lowestEnd)
{
    m_starts.emplace_back(m_last.size());
    solveBlock({lowestEnd, m_last.size(), run, m_edges.size() - 1}, m_starts.back());
    m_last.swap(m_next);
}

void RunPartition::solveBlock(const Block &block, std::vector<std::uint32_t> &starts)
{
    if (block.lowestEnd >= block.endAfter)
        return;
    const std::size_t middle = block.lowestEnd + (block.endAfter - block.lowestEnd) / 2;
    const Choice best =
        bestStart(middle, block.lowestStart, std::min(block.highestStart, middle - 1));
    m_next[middle] = best.gain;
    starts[middle] = static_cast<std::uint32_t>(best.start);
    solveBlock({block.lowestEnd, middle, block.lowestStart, best.start}, starts);
    solveBlock({middle + 1, block.endAfter, best.start, block.highestStart}, starts);
}

RunPartition::Choice RunPartition::bestStart(std::size_t end, std::size_t lowest,
                                             std::size_t highest) const
{
    Choice best{-1, lowest};
    LaneBest lanes;
    lanes.gain.fill(-1);
    lanes.start.fill(0);
    const std::size_t inLanes = (highest + 1 - lowest) / kLanes * kLanes;
    searchLanes(&m_last[lowest], &m_counts[lowest], &m_sums[lowest], inLanes, m_counts[end],
                m_sums[end], lanes);
    const auto offer = [&](double gain, std::size_t start) {
        if (gain > best.gain || (gain == best.gain && start < best.start))
            best = {gain, start};
    };
    if (inLanes > 0)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            offer(lanes.gain[lane], lowest + static_cast<std::size_t>(lanes.start[lane]) + lane);
    for (std::size_t a = lowest + inLanes; a <= highest; ++a) {
        const double difference = m_sums[end] - m_sums[a];
        offer(m_last[a] + difference * difference / (m_counts[end] - m_counts[a]), a);
    }
    return best;
}

Partition RunPartition::traceBack(std::size_t runs) const
{
    Partition first(runs, 0);
    std::size_t end = m_edges.size();
    for (std::size_t run = runs - 1; run > 0; --run) {
        end = m_starts[run - 1][end];
        first[run] = m_edges[end];
    }
    return first;
}

} // namespace quantloupe
