// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/range_search.h"

#include <cstddef>
#include <span>
#include <vector>

namespace quantloupe {

/// The squared error of many values by sums over them in ascending order: those that share a code
/// lie side by side, so that a scale costs one binary search for each code instead of a pass over
/// all values. Equals the sum over single values but for rounding, which is about 1e-12 of
/// squares().
class SortedMeasure : public ErrorMeasure
{
public:
    /// `values` are finite and not empty. Takes 20 bytes for each.
    explicit SortedMeasure(std::span<const float> values);

    double error(float scale, CodeLimits limits) const override;
    double refit(float scale, CodeLimits limits) const override;
    /// Sum of squared values.
    double squares() const { return m_sums.back().squares; }

private:
    struct Sums
    {
        double values = 0;
        double squares = 0;
    };

    /// Calls take(code, count, sums) for the values of each code, ascending.
    template <typename Take> void forEachCode(float scale, CodeLimits limits, Take take) const;

    std::vector<float> m_values;
    /// Of all values before an index; one longer than `m_values`.
    std::vector<Sums> m_sums;
};

} // namespace quantloupe
