// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/kmeans_fit.h"

#include "quant/codebook.h"
#include "quant/em_fit.h"
#include "quant/run_partition.h"
#include "quant/weight_histogram.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace quantloupe {

namespace {

constexpr int kPolishRounds = 100;
constexpr double kPolishTolerance = 1e-7;
/// Bins of the histograms for each run.
constexpr std::size_t kCoarseBins = 4;
constexpr std::size_t kFineBins = 64;

double meanOf(const SortedWeights &weights, std::size_t begin, std::size_t end)
{
    return (weights.sums[end] - weights.sums[begin]) / static_cast<double>(end - begin);
}

/// The sum of the squares of the runs' means: what a partition takes off the error.
double gainOf(const SortedWeights &weights, const Partition &first)
{
    double gain = 0;
    for (std::size_t r = 0; r < first.size(); ++r) {
        const std::size_t end = r + 1 < first.size() ? first[r + 1] : weights.values.size();
        gain += meanOf(weights, first[r], end) * (weights.sums[end] - weights.sums[first[r]]);
    }
    return gain;
}

std::vector<double> meansOf(const SortedWeights &weights, const Partition &first)
{
    std::vector<double> means;
    for (std::size_t r = 0; r < first.size(); ++r)
        means.push_back(
            meanOf(weights, first[r], r + 1 < first.size() ? first[r + 1] : weights.values.size()));
    return means;
}

/// The means themselves, of the values of each run alone: a difference of prefix sums would lose
/// small values between outliers beyond 1e16 of them.
std::vector<double> levelsOf(const SortedWeights &weights, const Partition &first)
{
    std::vector<double> levels;
    for (std::size_t r = 0; r < first.size(); ++r) {
        const std::size_t end = r + 1 < first.size() ? first[r + 1] : weights.values.size();
        const auto begin = weights.values.begin() + static_cast<std::ptrdiff_t>(first[r]);
        const auto count = static_cast<std::ptrdiff_t>(end - first[r]);
        levels.push_back(std::accumulate(begin, begin + count, 0.0) / static_cast<double>(count));
    }
    return levels;
}

/// Each value is a run where they are no more than the runs.
Partition bestRuns(const SortedWeights &weights, std::size_t runs)
{
    if (hasFewValues(weights, runs))
        return allEdges(weights);
    return hasFewValues(weights, kExactValues) ? exactPartition(weights, runs)
                                               : fastPartition(weights, runs);
}

bool ascends(const Partition &first, std::size_t end)
{
    return std::ranges::adjacent_find(first, std::ranges::greater_equal()) == first.end() &&
           first.back() < end;
}

/// Runs that hold no weight are left out.
Partition withoutEmpty(Partition first, std::size_t end)
{
    first = ascending(std::move(first));
    if (first.back() == end)
        first.pop_back();
    return first;
}

Partition bestNear(const SortedWeights &weights, const std::vector<float> &shares,
                   const Partition &near)
{
    const std::size_t bins = kFineBins * near.size();
    std::vector<std::size_t> edges =
        hasFewValues(weights, bins) ? allEdges(weights) : histogramEdges(weights, shares, bins);
    edges.insert(edges.end(), near.begin(), near.end());
    edges = ascending(std::move(edges));
    RunPartition partition(weights, edges);
    return partition.solve(partition.startsNear(near));
}

} // namespace

double partitionError(const SortedWeights &weights, const Partition &first)
{
    return std::max(0.0, weights.squares - gainOf(weights, first));
}

Partition bestPartition(const SortedWeights &weights, const std::vector<std::size_t> &edges,
                        std::size_t runs)
{
    RunPartition partition(weights, edges);
    return partition.solve(partition.allStarts(runs));
}

void polish(const SortedWeights &weights, Partition &first)
{
    double error = partitionError(weights, first);
    for (int round = 0; round < kPolishRounds; ++round) {
        const std::vector<double> means = meansOf(weights, first);
        Partition moved = first;
        for (std::size_t r = 1; r < first.size(); ++r)
            moved[r] = firstAtLeast(weights.values, weights.mean + 0.5 * (means[r - 1] + means[r]),
                                    first[r]);
        if (!ascends(moved, weights.values.size()))
            return;
        const double next = partitionError(weights, moved);
        if (next >= error)
            return;
        const bool isLast = error - next < kPolishTolerance * error;
        first = std::move(moved);
        error = next;
        if (isLast)
            return;
    }
}

Partition exactPartition(const SortedWeights &weights, std::size_t runs)
{
    return bestPartition(weights, allEdges(weights), runs);
}

Partition fastPartition(const SortedWeights &weights, std::size_t runs)
{
    const std::vector<float> shares = gapShares(weights);
    Partition best =
        bestPartition(weights, histogramEdges(weights, shares, kCoarseBins * runs), runs);
    polish(weights, best);
    best = bestNear(weights, shares, best);
    polish(weights, best);
    Partition even = withoutEmpty(fitBestGrid(weights, runs).first, weights.values.size());
    polish(weights, even);
    return partitionError(weights, even) < partitionError(weights, best) ? even : best;
}

std::vector<float> quantizeKMeansChannel(const ChannelWeights &weights, int bits, ChannelCodes out)
{
    const SortedWeights sorted = sortedWeights(weights);
    const std::size_t runs = std::size_t{1} << bits;
    std::vector<double> levels(1, sorted.constant());
    if (!sorted.isConstant())
        levels = levelsOf(sorted, bestRuns(sorted, runs));
    // With fewer different weights than levels the last one is repeated and never used.
    levels.resize(runs, levels.back());
    Codebook codebook = nearestCodebook(levels);
    applyCodebook(codebook, weights.values, out);
    return std::move(codebook.levels);
}

} // namespace quantloupe
