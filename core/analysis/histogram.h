// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace quantloupe {

/// Counts in equal bins of [low, high]; a value at `high` is in the last bin.
struct Histogram
{
    double low = 0;
    double high = 0;
    std::vector<std::int64_t> counts;

    /// `high` is moved up where it equals `low`, so that bins always have a width.
    static Histogram over(double low, double high, int bins);

    bool isEmpty() const { return counts.empty(); }
    double binWidth() const { return (high - low) / static_cast<double>(counts.size()); }
    /// Values beyond the ends go into the outermost bins. `value` is finite.
    void add(double value);
    std::int64_t total() const;
};

/// The number of bins for `values` values: 2 cbrt(n) (the Rice rule), between 8 and 120.
int binsFor(std::int64_t values);

} // namespace quantloupe
