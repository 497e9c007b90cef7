// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/pareto_front.h"
#include "base/deadline.h"

#include <cstddef>
#include <functional>
#include <optional>

namespace quantloupe {

/// What a measured value must keep: at most, or at least where larger is better.
struct FrontLimit
{
    double value = 0;
    BetterValue better = BetterValue::Smaller;

    bool keeps(double measured) const
    {
        return better == BetterValue::Larger ? measured >= value : measured <= value;
    }
    bool isBetter(double a, double b) const
    {
        return better == BetterValue::Larger ? a > b : a < b;
    }
};

/// Measures a point of a front by its index; absent where it has no value.
using PointMeasure = std::function<std::optional<double>(std::size_t)>;

struct FrontBoundResult
{
    /// The cheapest of all measured points that keeps the limit.
    std::optional<std::size_t> cheapest;
    /// No point was left out because the time was up.
    bool isFinished = true;
};

/// The cheapest of `points` (one or more, by ascending cost and falling predicted error) whose
/// measured value keeps the limit; each is measured once at most. As long as dearer points measure
/// no worse, they are bisected. A metric need not follow the prediction: where the point of the
/// least predicted error fails, the next cheaper ones follow until one keeps the limit; and where
/// that, or what was measured, shows that values do not follow the costs, all that is cheaper than
/// what keeps the limit is measured from the cheapest on. Once the deadline is over, no point but
/// the one of least predicted error is measured.
FrontBoundResult cheapestWithin(std::size_t points, const FrontLimit &limit,
                                const PointMeasure &measure, const Deadline &deadline = {});

} // namespace quantloupe
