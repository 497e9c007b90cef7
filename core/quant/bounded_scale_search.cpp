// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/bounded_scale_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace quantloupe {

namespace {

constexpr double kFirstRatio = 0.8;
/// Of an interval to its scales: no float lies inside.
constexpr double kNarrowest = 0x1p-26;
/// Of the sum of squares, in units of the last place: what the sums of an interval may be off by.
constexpr double kRoundings = 16;

template <typename Has>
const SortedSide *sortedOnce(std::optional<SortedSide> &side, std::span<const float> values,
                             Has has)
{
    if (!side) {
        std::vector<float> magnitudes;
        for (const float x : values)
            if (has(x))
                magnitudes.push_back(std::fabs(x));
        side.emplace(std::move(magnitudes));
    }
    return &*side;
}

} // namespace

bool BoundedScaleSearch::suits(const RangeProblem &problem, CodeLimits limits)
{
    return !problem.values.empty() && std::max(limits.below, limits.above) <= kGreatestLimit;
}

void BoundedScaleSearch::useSides(CodeLimits limits)
{
    if (limits.below == limits.above)
        m_sides = {{sortedOnce(m_both, m_values, [](float x) { return x != 0; }), limits.above}};
    else
        m_sides = {{sortedOnce(m_above, m_values, [](float x) { return x > 0; }), limits.above},
                   {sortedOnce(m_below, m_values, [](float x) { return x < 0; }), limits.below}};
}

double BoundedScaleSearch::run(CodeLimits limits, Known known)
{
    useSides(limits);
    m_best = known;
    double most = 0;
    double squares = 0;
    for (const LimitedSide &each : m_sides) {
        most = std::max(most, each.side->most());
        squares += each.side->squares();
    }
    m_rounding = kRoundings * std::numeric_limits<double>::epsilon() * squares;
    const double least = leastUseful();
    // Beyond twice the largest value all multiples are zero.
    for (double highest = 2 * most; highest > least && least > 0; highest *= kFirstRatio)
        m_open.push_back({highest * kFirstRatio, highest});
    while (!m_open.empty()) {
        const ScaleInterval interval = m_open.back();
        m_open.pop_back();
        visit(interval);
    }
    return m_best.scale;
}

double BoundedScaleSearch::leastUseful() const
{
    // At the best scale s, sum(m (|x| - m s)) is 0. With the limit L of its side a value up to L s
    // adds -L s / 2 or more to it, one above adds L (|x| - L s). So the sum of what lies above L s,
    // each times L, is at most that of L s / 2, and the sum of L |x| at most s sum(L^2 + L / 2).
    double products = 0;
    double squares = 0;
    for (const auto &[side, limit] : m_sides) {
        products += limit * side->sum();
        squares += (double(limit) * limit + 0.5 * limit) * static_cast<double>(side->count());
    }
    return squares > 0 ? products / squares : 0;
}

void BoundedScaleSearch::visit(ScaleInterval interval)
{
    ErrorShape shape;
    for (const auto &[side, limit] : m_sides)
        side->addTo(shape, interval, limit);
    const double centre = interval.centre();
    offer(centre, shape.error);
    // At the lowest point of the parabola the multiples of that scale err no more than these.
    if (shape.squaredMultiples > 0) {
        const double away = shape.slope / shape.squaredMultiples;
        offer(centre + away, shape.errorOfSame(away));
    }
    const double half = interval.highest - centre;
    if (!(half > kNarrowest * centre))
        return;
    if (canBeBetter(shape.leastBelow(half)))
        m_open.push_back({interval.lowest, centre});
    if (canBeBetter(shape.leastAbove(half)))
        m_open.push_back({centre, interval.highest});
}

void BoundedScaleSearch::offer(double scale, double error)
{
    if (scale > 0 && error < m_best.error)
        m_best = {scale, error};
}

bool BoundedScaleSearch::canBeBetter(double leastError) const
{
    return leastError < m_best.error * (1 - kTolerance) - m_rounding;
}

} // namespace quantloupe
