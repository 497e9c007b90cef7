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

    /// The edges, by index, at which a run may begin.
    struct Window
    {
        std::size_t lowest;
        std::size_t highest;
    };
    /// Of every run after the first, so that there is one run more; both ends ascend.
    Partition solve(const std::vector<Window> &windows);

    /// Leave no run empty and nothing else out.
    std::vector<Window> allStarts(std::size_t runs) const;
    /// From the start of the run two before to that of the run two after; `near` begins at edges
    /// only.
    std::vector<Window> startsNear(const Partition &near) const;

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
    void addRun(const Window &starts, const Window &ends);
    struct RunStarts
    {
        std::size_t lowestEnd;
        /// For the ends from there on: the edge at which the run begins.
        std::vector<std::uint32_t> start;
    };
    void solveBlock(const Block &block, RunStarts &starts);
    Partition traceBack(std::size_t runs) const;

    const std::vector<std::size_t> &m_edges;
    /// Number and sum of the weights before each edge, and before the end.
    std::vector<double> m_counts;
    std::vector<double> m_sums;
    /// best(r - 1, .) and best(r, .).
    std::vector<double> m_last;
    std::vector<double> m_next;
    /// Per run after the first.
    std::vector<RunStarts> m_starts;
};

} // namespace quantloupe
