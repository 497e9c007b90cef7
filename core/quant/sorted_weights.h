// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/channel_quantizers.h"

#include <cstddef>
#include <vector>

namespace quantloupe {

/// The finite weights of one channel in ascending order, and their prefix sums: what a fit of
/// levels asks for thousands of times then costs a lookup.
struct SortedWeights
{
    std::vector<float> values;
    /// Their mean; sums are taken of differences to it, which keeps them exact enough.
    double mean = 0;
    /// sums[i] = sum of values[j] - mean over j < i; one longer than `values`.
    std::vector<double> sums;
    /// Sum of (values[j] - mean)^2.
    double squares = 0;

    bool isConstant() const { return values.empty() || values.front() == values.back(); }
    float constant() const { return values.empty() ? 0 : values.front(); }
    double deviation() const;
};

SortedWeights sortedWeights(const ChannelWeights &weights);

/// Sorts ascending, -0 before 0; `values` holds no NaN.
void sortFloats(std::vector<float> &values);

/// firstAtLeast for a hint that is not the answer.
std::size_t searchFirstAtLeast(const std::vector<float> &values, double threshold,
                               std::size_t hint);

/// The first index of ascending `values` whose value is at least `threshold`, their number if there
/// is none; fast where `hint`, which is at most their number, is near it.
inline std::size_t firstAtLeast(const std::vector<float> &values, double threshold,
                                std::size_t hint)
{
    const bool isAnswer = (hint == values.size() || values[hint] >= threshold) &&
                          (hint == 0 || values[hint - 1] < threshold);
    return isAnswer ? hint : searchFirstAtLeast(values, threshold, hint);
}

} // namespace quantloupe
