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

std::vector<RunPartition::Window> RunPartition::allStarts(std::size_t runs) const
{
    runs = std::min(runs, m_edges.size());
    std::vector<Window> windows;
    for (std::size_t run = 1; run < runs; ++run)
        windows.push_back({run, m_edges.size() - (runs - run)});
    return windows;
}

std::vector<RunPartition::Window> RunPartition::startsNear(const Partition &near) const
{
    const auto indexOf = [&](std::size_t start) {
        return static_cast<std::size_t>(std::ranges::lower_bound(m_edges, start) - m_edges.begin());
    };
    std::vector<Window> windows = allStarts(near.size());
    for (std::size_t run = 1; run < near.size(); ++run) {
        Window &window = windows[run - 1];
        if (run > 2)
            window.lowest = std::max(windows[run - 2].lowest + 1, indexOf(near[run - 2]));
        if (run + 2 < near.size())
            window.highest = indexOf(near[run + 2]);
    }
    return windows;
}

Partition RunPartition::solve(const std::vector<Window> &windows)
{
    const std::size_t end = m_edges.size();
    m_last.assign(end + 1, 0);
    for (std::size_t b = 1; b <= end; ++b)
        m_last[b] = m_sums[b] * m_sums[b] / m_counts[b];
    m_next = m_last;
    for (std::size_t i = 0; i < windows.size(); ++i)
        // A run ends where the next one begins.
        addRun(windows[i], i + 1 < windows.size() ? windows[i + 1] : Window{end, end});
    return traceBack(windows.size() + 1);
}

/// best(r, b) for the ends b, from best(r - 1, a) of the starts a.
void RunPartition::addRun(const Window &starts, const Window &ends)
{
    m_starts.push_back({ends.lowest, std::vector<std::uint32_t>(ends.highest + 1 - ends.lowest)});
    solveBlock({ends.lowest, ends.highest + 1, starts.lowest, starts.highest}, m_starts.back());
    m_last.swap(m_next);
}

void RunPartition::solveBlock(const Block &block, RunStarts &starts)
{
    if (block.lowestEnd >= block.endAfter)
        return;
    const std::size_t middle = block.lowestEnd + (block.endAfter - block.lowestEnd) / 2;
    const Choice best =
        bestStart(middle, block.lowestStart, std::min(block.highestStart, middle - 1));
    m_next[middle] = best.gain;
    starts.start[middle - starts.lowestEnd] = static_cast<std::uint32_t>(best.start);
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
        end = m_starts[run - 1].start[end - m_starts[run - 1].lowestEnd];
        first[run] = m_edges[end];
    }
    return first;
}

} // namespace quantloupe
