// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quantized_tensor.h"

#include <vector>

namespace quantloupe::reference {

/// The sum in the order of partial_sums.h, written out.
double orderedSum(const std::vector<double> &terms);

/// codes[i] is an index into `levels`, 2^bits of them, ascending.
struct CodedChannel
{
    std::vector<std::int32_t> codes;
    std::vector<float> levels;
};

/// The methods with a codebook, one loop per formula. `values` hold 0 for non-finite weights,
/// `finite` leaves them out: levels are fitted to `finite`, codes given to `values`.
///
/// Extremes: levels min + (max - min) z / (2^k - 1), the nearest to each weight, halves up.
/// EM (QGAN, arXiv 1901.08263; the usual form, its abstract has no more than the name): from each
/// of min-max, mean +-2 and +-3 deviations and the grids of min-max, asymmetric, narrow and full,
/// alternate z = clip(round((w - beta) / alpha), 0, 2^k - 1), halves away from zero, and alpha =
/// cov(w, z) / var(z), beta = mean(w) - alpha mean(z), until the error falls by less than 1e-6 of
/// itself; the best of them, the first where they tie (kEmTie). k-means: best(r, i) = min over m of
/// best(r - 1, m) + squared error of run m..i around its mean, over all m: O(levels n^2).
/// Logarithmic and tanh: the formulas in channel_quantizers.h.
CodedChannel codedChannel(const std::vector<float> &values, const std::vector<float> &finite,
                          const WeightSpec &spec);

} // namespace quantloupe::reference
