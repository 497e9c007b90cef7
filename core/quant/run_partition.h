// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/kmeans_fit.h"

#include <cstdint>
#include <vector>

namespace quantloupe {

/// The dynamic program of bestPartition. A run from edge a to edge b takes
/// (sum of its weights)^2 / their number off the error; best(r, b) = max over a of
/// best(r - 1, a) + gain(a, b), and the best a does not fall as b rises.
class RunPartition
{
public:
    /// `edges` as in bestPartition.
    RunPartition(const SortedWeights &weights, const std::vector<std::size_t> &edges);

    Partition solve(std::size_t runs);

private:
    struct Choice
    {
        double gain;
        std::size_t start;
    };
    /// Bounds of one step of divide and conquer: the ends to solve for, the starts to try.
    struct Block
    {
        std::size_t lowestEnd;
        std::size_t endAfter;
        std::size_t lowestStart;
        std::size_t highestStart;
    };

    Choice bestStart(std::size_t end, std::size_t lowest, std::size_t highest) const;
    void addRun(std::size_t run, std::size_t lowestEnd);
    void solveBlock(const Block &block, std::vector<std::uint32_t> &starts);
    Partition traceBack(std::size_t runs) const;

    const std::vector<std::size_t> &m_edges;
    /// Number and sum of the weights before each edge, and before the end.
    std::vector<double> m_counts;
    std::vector<double> m_sums;
    /// best(r - 1, .) and best(r, .).
    std::vector<double> m_last;
    std::vector<double> m_next;
    /// Per run after the first: the edge at which it begins if it ends at that edge.
    std::vector<std::vector<std::uint32_t>> m_starts;
};

} // namespace quantloupe
