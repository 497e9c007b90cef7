// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/sorted_side.h"

#include "quant/sorted_weights.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::size_t kMostCells = std::size_t{1} << 16;

/// A value takes about a fourth of the time that a multiple takes.
constexpr std::size_t kValuesPerMultiple = 4;

/// Of a magnitude, by its quotient with the scale.
double multipleOf(double quotient, double limit)
{
    return std::min(std::floor(quotient + 0.5), limit);
}

/// The sum of x - (m + 1/2) s over the multiples m from `first` to before `end`.
double distanceOver(double x, double scale, double first, double end)
{
    return (end - first) * (x - 0.5 * scale * (first + end));
}

} // namespace

double ErrorShape::errorOfSame(double away) const
{
    return error + away * (away * squaredMultiples - 2 * slope);
}

double ErrorShape::least(double slopeAway, double gain, double half) const
{
    // The parabola less a line from 0 to `gain`.
    const double steepness = slopeAway + gain / (2 * half);
    const double away =
        squaredMultiples > 0 ? std::clamp(steepness / squaredMultiples, 0.0, half) : half;
    return error + away * (away * squaredMultiples - 2 * steepness);
}

SortedSide::SortedSide(std::vector<float> magnitudes) : m_values(std::move(magnitudes))
{
    sortFloats(m_values);
    m_sums.reserve(m_values.size() + 1);
    // Each sum is to be off by its own rounding alone, however many values are in it.
    long double values = 0;
    long double squares = 0;
    m_sums.push_back({});
    for (const double x : m_values)
        m_sums.push_back({static_cast<double>(values += x), static_cast<double>(squares += x * x)});
    const std::size_t cells = std::clamp(2 * m_values.size(), std::size_t{1}, kMostCells);
    m_perCell = m_values.empty() ? 0 : static_cast<double>(cells) / most();
    m_cells.assign(cells + 1, static_cast<std::uint32_t>(m_values.size()));
    for (std::size_t i = m_values.size(); i-- > 0;)
        m_cells[cellOf(m_values[i])] = static_cast<std::uint32_t>(i);
    for (std::size_t cell = cells; cell-- > 0;)
        m_cells[cell] = std::min(m_cells[cell], m_cells[cell + 1]);
}

std::size_t SortedSide::cellOf(double value) const
{
    // One cell beyond the last one is none.
    return std::min(static_cast<std::size_t>(value * m_perCell), m_cells.size() - 2);
}

std::size_t SortedSide::firstFrom(double threshold) const
{
    if (m_values.empty() || threshold > most())
        return m_values.size();
    const std::size_t cell = cellOf(threshold);
    const auto begin = m_values.begin();
    const auto found = std::lower_bound(begin + std::ptrdiff_t(m_cells[cell]),
                                        begin + std::ptrdiff_t(m_cells[cell + 1]), threshold);
    return static_cast<std::size_t>(found - begin);
}

SortedSide::Sums SortedSide::sumsOf(Run run) const
{
    return {m_sums[run.end].values - m_sums[run.begin].values,
            m_sums[run.end].squares - m_sums[run.begin].squares};
}

void SortedSide::addMultiple(ErrorShape &shape, double multiple, double scale, Run run) const
{
    const Sums sums = sumsOf(run);
    const auto count = static_cast<double>(run.end - run.begin);
    const double level = multiple * scale;
    const double away = sums.values - count * level;
    shape.error += sums.squares - level * (sums.values + away);
    shape.slope += multiple * away;
    shape.squaredMultiples += multiple * multiple * count;
}

double SortedSide::distance(double threshold, Run run) const
{
    const auto count = static_cast<double>(run.end - run.begin);
    return std::fabs(sumsOf(run).values - count * threshold);
}

void SortedSide::addTo(ErrorShape &shape, ScaleInterval interval, std::int32_t limit) const
{
    if (count() <= kValuesPerMultiple * static_cast<std::size_t>(limit))
        addByValue(shape, interval, limit);
    else
        addByMultiple(shape, interval, limit);
}

void SortedSide::addByValue(ErrorShape &shape, ScaleInterval interval, std::int32_t limit) const
{
    const double centre = interval.centre();
    const double perLowest = 1 / interval.lowest;
    const double perCentre = 1 / centre;
    const double perHighest = 1 / interval.highest;
    double gainBelow = 0;
    double gainAbove = 0;
    for (const double x : m_values) {
        const double multiple = multipleOf(x * perCentre, limit);
        const double away = x - multiple * centre;
        shape.error += away * away;
        shape.slope += multiple * away;
        shape.squaredMultiples += multiple * multiple;
        gainBelow += distanceOver(x, interval.lowest, multiple, multipleOf(x * perLowest, limit));
        gainAbove += distanceOver(x, interval.highest, multiple, multipleOf(x * perHighest, limit));
    }
    shape.gainBelow += 2 * centre * gainBelow;
    shape.gainAbove += 2 * interval.highest * gainAbove;
}

void SortedSide::addByMultiple(ErrorShape &shape, ScaleInterval interval, std::int32_t limit) const
{
    const double centre = interval.centre();
    std::size_t begin = 0;
    for (std::int32_t multiple = 0; multiple <= limit; ++multiple) {
        const double half = multiple + 0.5;
        const bool isLast = multiple == limit || half * interval.lowest > most();
        const std::size_t end = isLast ? m_values.size() : firstFrom(half * centre);
        addMultiple(shape, multiple, centre, {begin, end});
        if (isLast)
            return;
        const double low = half * interval.lowest;
        const double high = half * interval.highest;
        shape.gainBelow += 2 * centre * distance(low, {firstFrom(low), end});
        shape.gainAbove += 2 * interval.highest * distance(high, {end, firstFrom(high)});
        begin = end;
    }
}

} // namespace quantloupe
