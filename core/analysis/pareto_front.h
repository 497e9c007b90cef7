// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"

#include <optional>
#include <span>
#include <vector>

namespace quantloupe {

/// One configuration: what it costs, bytes or bit operations, and what it was measured at.
struct FrontPoint
{
    double cost = 0;
    double value = 0;
    /// Of the value.
    std::optional<MetricInterval> interval;
};

enum class BetterValue { Smaller, Larger };

enum class FrontPlace {
    OnFront,   ///< No other point is as good in both and better in one.
    Undecided, ///< Another one is, but their intervals overlap: the values do not tell.
    Dominated
};

/// `a` costs no more than `b`, is no worse, and differs.
bool dominates(const FrontPoint &a, const FrontPoint &b, BetterValue better);
/// The same, and the intervals do not touch where cost alone does not tell them apart. A point
/// without an interval is taken to be known exactly.
bool dominatesClearly(const FrontPoint &a, const FrontPoint &b, BetterValue better);

/// The place of each point among all of them. Values are finite.
std::vector<FrontPlace> frontPlaces(std::span<const FrontPoint> points, BetterValue better);
/// Indices of those on the front, by ascending cost; equal points are all on it.
std::vector<std::size_t> paretoFront(std::span<const FrontPoint> points, BetterValue better);

} // namespace quantloupe
