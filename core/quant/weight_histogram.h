// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/sorted_weights.h"

#include <vector>

namespace quantloupe {

// Edges: indices into sorted weights, ascending from 0, at which runs of weights may begin. Equal
// weights have none between them.

/// Where each different value begins: bestPartition of these is the global optimum.
std::vector<std::size_t> allEdges(const SortedWeights &weights);
/// (gap / range)^(2/3) of the gap below each weight, 0 for the first. Where the weights have the
/// density p their sum grows as p^(1/3), as the number of levels of the best quantizer does (Panter
/// and Dite, Proc. IRE 39, 1951). `weights` is not constant.
std::vector<float> gapShares(const SortedWeights &weights);
/// About `count` of allEdges: most after equal sums of shares, so that each run of the optimum has
/// about as many, the rest after equal counts of weights.
std::vector<std::size_t> histogramEdges(const SortedWeights &weights,
                                        const std::vector<float> &shares, std::size_t count);

/// Sorted, each once, 0 among them.
std::vector<std::size_t> ascending(std::vector<std::size_t> edges);

/// There are at most `most` different weights.
bool hasFewValues(const SortedWeights &weights, std::size_t most);

} // namespace quantloupe
