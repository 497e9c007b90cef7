// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/range_search.h"
#include "quant/sorted_side.h"

#include <optional>
#include <span>
#include <vector>

namespace quantloupe {

/// The scale of least squared error, proven by branch and bound over intervals of scales, whatever
/// the values are.
///
/// At the centre of an interval the multiples m are known. With these m the error of a scale s is a
/// parabola, sum((x - m s)^2). A value takes another multiple only where a threshold (m + 1/2) s
/// passes it, which takes at most 2 s |x - (m + 1/2) s| off its error. What is left bounds the
/// error in the interval from below: an interval that cannot be better than the best scale so far
/// by the tolerance is left out, another one is halved. The bound is off by the square of the
/// interval's width, so that tens of intervals are enough for 4 bits and some hundreds for 8.
class BoundedScaleSearch
{
public:
    /// The share of the least error by which that of the result may be greater.
    static constexpr double kTolerance = 1e-5;
    /// 8 bits. The time rises as the square of the limit.
    static constexpr std::int32_t kGreatestLimit = 255;

    /// Such a search suits single values, not a histogram, and limits up to the greatest.
    static bool suits(const RangeProblem &problem, CodeLimits limits);

    /// `values` are finite and outlive the search, which sorts them once for all its runs.
    explicit BoundedScaleSearch(std::span<const float> values) : m_values(values) {}

    struct Known
    {
        double scale = 1;
        double error = 0;
    };
    /// The scale of least error; `known` where its error is the least, but for the tolerance and
    /// rounding, which is some 1e-15 of the sum of squares.
    double run(CodeLimits limits, Known known);

private:
    struct LimitedSide
    {
        const SortedSide *side;
        std::int32_t limit;
    };

    void useSides(CodeLimits limits);
    double leastUseful() const;
    void visit(ScaleInterval interval);
    void offer(double scale, double error);
    bool canBeBetter(double leastError) const;

    std::span<const float> m_values;
    /// With equal limits both sides are one, which takes half the time.
    std::optional<SortedSide> m_both;
    std::optional<SortedSide> m_above;
    std::optional<SortedSide> m_below;
    std::vector<LimitedSide> m_sides;
    double m_rounding = 0;
    Known m_best;
    std::vector<ScaleInterval> m_open;
};

} // namespace quantloupe
