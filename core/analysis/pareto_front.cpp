// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/pareto_front.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// So that less is better.
double badness(double value, BetterValue better)
{
    return better == BetterValue::Smaller ? value : -value;
}

double worst(const FrontPoint &point, BetterValue better)
{
    if (!point.interval)
        return badness(point.value, better);
    return std::max(badness(point.interval->low, better), badness(point.interval->high, better));
}

double best(const FrontPoint &point, BetterValue better)
{
    if (!point.interval)
        return badness(point.value, better);
    return std::min(badness(point.interval->low, better), badness(point.interval->high, better));
}

template <typename Test>
bool isBeaten(std::span<const FrontPoint> points, const FrontPoint &point, BetterValue better,
              Test test)
{
    return std::ranges::any_of(points,
                               [&](const FrontPoint &other) { return test(other, point, better); });
}

} // namespace

bool dominates(const FrontPoint &a, const FrontPoint &b, BetterValue better)
{
    const double valueA = badness(a.value, better);
    const double valueB = badness(b.value, better);
    return a.cost <= b.cost && valueA <= valueB && (a.cost < b.cost || valueA < valueB);
}

bool dominatesClearly(const FrontPoint &a, const FrontPoint &b, BetterValue better)
{
    return dominates(a, b, better) && worst(a, better) <= best(b, better);
}

std::vector<FrontPlace> frontPlaces(std::span<const FrontPoint> points, BetterValue better)
{
    std::vector<FrontPlace> places;
    for (const FrontPoint &point : points) {
        if (!isBeaten(points, point, better, dominates))
            places.push_back(FrontPlace::OnFront);
        else if (!isBeaten(points, point, better, dominatesClearly))
            places.push_back(FrontPlace::Undecided);
        else
            places.push_back(FrontPlace::Dominated);
    }
    return places;
}

std::vector<std::size_t> paretoFront(std::span<const FrontPoint> points, BetterValue better)
{
    const std::vector<FrontPlace> places = frontPlaces(points, better);
    std::vector<std::size_t> front;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (places[i] == FrontPlace::OnFront)
            front.push_back(i);
    std::ranges::stable_sort(front, {}, [&](std::size_t i) { return points[i].cost; });
    return front;
}

} // namespace quantloupe
