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
/// (weight_histogram.h): dynamic programming, layer by layer, by divide and conquer, as the
/// best last edge never moves down (Wu, "Optimal Quantization by Matrix Searching", Journal of
/// Algorithms 12, 1991, which goes further, to O(runs * n)). O(runs * n log n) for n edges.
Partition bestPartition(const SortedWeights &weights, const std::vector<std::size_t> &edges,
                        std::size_t runs);

/// Moves each start to the middle of the neighbouring means and the means with it (Lloyd's
/// algorithm) until the error falls by less than 1e-7 of itself, or 100 times.
void polish(const SortedWeights &weights, Partition &first);

/// The global optimum.
Partition exactPartition(const SortedWeights &weights, std::size_t runs);
/// For many weights: the best partition of a coarse histogram, polished; then the best of a fine
/// one near it, polished too. Never worse than EM's, which is polished and taken where it is
/// better. Within 1e-4 of the optimum for 500,000 Gaussian or Laplace weights, within 1e-3 for some
/// thousands of any shape.
Partition fastPartition(const SortedWeights &weights, std::size_t runs);
/// Up to so many different weights the exact one is found by default.
inline constexpr std::size_t kExactValues = 1024;

} // namespace quantloupe
