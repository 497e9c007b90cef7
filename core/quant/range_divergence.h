// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/range_observers.h"

#include <vector>

namespace quantloupe {

/// Bins begin..end-1 of an ActivationHistogram.
struct BinSpan
{
    int begin = 0;
    int end = 0;

    int size() const { return end - begin; }
    bool operator==(const BinSpan &) const = default;
};

/// What leastDivergenceRange() tries, from all bins with values inwards.
std::vector<BinSpan> thresholdSpans(const ActivationHistogram &seen, const SiteCodes &codes);

/// The ends of a span, zero and the extremes heeded.
KeptRange keptBy(const ActivationHistogram &seen, BinSpan span);

/// The code, less the zero point, of bin `index`: that of its centre.
std::int32_t codeOfBin(const ActivationHistogram &seen, int index, float scale, CodeLimits limits);
/// The multiples of the scale of a range.
CodeLimits limitsOf(const SiteCodes &codes, const AffineRange &range);

/// The divergence of leastDivergenceRange() for one span after another: one logarithm a code
/// rather than a bin, as sum(p log p) comes from running sums. Equals reference::rangeDivergence
/// but for rounding.
class RangeDivergence
{
public:
    RangeDivergence(const ActivationHistogram &seen, const SiteCodes &codes);
    /// Infinite where a code has values beyond the span only.
    double of(BinSpan span) const;

private:
    double within(BinSpan span, const std::vector<double> &sums) const;

    const ActivationHistogram &m_seen;
    SiteCodes m_codes;
    /// Running sums over the bins of n and n log n, n the values of a bin.
    std::vector<double> m_values;
    std::vector<double> m_logs;
};

namespace reference {

/// The same from the formula: P, then Q, then the sum over the bins.
double rangeDivergence(const ActivationHistogram &seen, const SiteCodes &codes, BinSpan span);

} // namespace reference

} // namespace quantloupe
