// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/sorted_weights.h"

#include <vector>

namespace quantloupe {

/// A partition of sorted weights into runs: where each begins; the first is 0, the others ascend.
using Partition = std::vector<std::size_t>;

/// Sum of squared differences to the means of the runs.
double partitionError(const SortedWeights &weights, const Partition &first);

/// The partition into at most `runs` runs of least error among those that begin only at `edges`
/// (ascending, the first 0): dynamic programming, layer by layer, by divide and conquer, as the
/// best last edge never moves down (Wu, "Optimal Quantization by Matrix Searching", Journal of
/// Algorithms 12, 1991, which goes further, to O(runs * n)). O(runs * n log n) for n edges.
Partition bestPartition(const SortedWeights &weights, const std::vector<std::size_t> &edges,
                        std::size_t runs);

/// Where each different value begins: bestPartition of these is the global optimum.
std::vector<std::size_t> allEdges(const SortedWeights &weights);
/// About `count` of them: half at equal distances of value, half at equal counts of weights.
std::vector<std::size_t> histogramEdges(const SortedWeights &weights, std::size_t count);

/// Moves each start to the middle of the neighbouring means and the means with it (Lloyd's
/// algorithm) until the error falls by less than 1e-7 of itself, or 100 times.
void polish(const SortedWeights &weights, Partition &first);

/// Up to so many weights the optimum is found; beyond it the best partition of a histogram with
/// as many bins, and EM's, are polished and the better one is taken: within 1e-4 of the optimum.
inline constexpr std::size_t kHistogramBins = 4096;
Partition exactPartition(const SortedWeights &weights, std::size_t runs);
Partition fastPartition(const SortedWeights &weights, std::size_t runs);

} // namespace quantloupe
