// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/code_limits.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quantloupe {

struct ScaleInterval
{
    double lowest = 0;
    double highest = 0;

    double centre() const { return 0.5 * (lowest + highest); }
};

/// How the squared error of values with the multiples m of a scale changes within an interval.
struct ErrorShape
{
    /// At the centre: sum((x - m s)^2), sum(m (x - m s)), sum(m^2).
    double error = 0;
    double slope = 0;
    double squaredMultiples = 0;
    /// The most that other multiples take off at the lowest scale and at the highest one;
    /// nearer to the centre less, at most in proportion to the distance.
    double gainBelow = 0;
    double gainAbove = 0;

    /// Of these multiples at a scale that is `away` from the centre.
    double errorOfSame(double away) const;
    /// No scale within `half` of the centre, on one of its sides, errs less.
    double leastBelow(double half) const { return least(-slope, gainBelow, half); }
    double leastAbove(double half) const { return least(slope, gainAbove, half); }

private:
    double least(double slopeAway, double gain, double half) const;
};

/// The magnitudes of the values on one side of zero, sorted, with prefix sums: an interval costs
/// some lookups for each multiple and nothing for each value, or where the values are fewer than
/// the multiples, a step for each value.
class SortedSide
{
public:
    /// `magnitudes` are finite and above zero; they may be none.
    explicit SortedSide(std::vector<float> magnitudes);

    double most() const { return m_values.empty() ? 0 : double(m_values.back()); }
    std::size_t count() const { return m_values.size(); }
    double sum() const { return m_sums.back().values; }
    double squares() const { return m_sums.back().squares; }
    /// With multiples 0..limit; the faster one of the two below, which differ by rounding alone.
    void addTo(ErrorShape &shape, ScaleInterval interval, std::int32_t limit) const;
    void addByMultiple(ErrorShape &shape, ScaleInterval interval, std::int32_t limit) const;
    void addByValue(ErrorShape &shape, ScaleInterval interval, std::int32_t limit) const;

private:
    struct Sums
    {
        double values = 0;
        double squares = 0;
    };
    struct Run
    {
        std::size_t begin;
        std::size_t end;
    };

    Sums sumsOf(Run run) const;
    void addMultiple(ErrorShape &shape, double multiple, double scale, Run run) const;
    /// Sum of |x - threshold| over a run on one side of the threshold.
    double distance(double threshold, Run run) const;
    /// The first value that is not below `threshold`.
    std::size_t firstFrom(double threshold) const;
    std::size_t cellOf(double value) const;

    std::vector<float> m_values;
    /// Of all values before an index; one longer than `m_values`.
    std::vector<Sums> m_sums;
    /// Equal cells from zero to most(): the first value of each cell, and the number of values.
    std::vector<std::uint32_t> m_cells;
    double m_perCell = 0;
};

} // namespace quantloupe
