// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/sorted_distance.h"

#include "base/cpu_clones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

namespace quantloupe {

namespace {

/// Below this the counting tables cost more than they save.
constexpr std::size_t kLongArray = 256;
constexpr int kDigitBits = 11;
constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
/// Two digits tell them apart.
constexpr std::size_t kCells = kDigits * kDigits;
/// Places by which values move within their cells, for each value; more mean that most values
/// share a few cells.
constexpr std::size_t kFewMoves = 16;
/// Extremes that are looked for side by side.
constexpr std::size_t kLanes = 16;
/// Sums side by side, so that none waits for the one before.
constexpr std::size_t kSums = 8;

using Table = std::array<std::uint32_t, kDigits>;

/// Equal cells from the least to the greatest of finite values. The cell of a value never falls
/// as the value grows, because every operation rounds monotonically.
struct Cells
{
    float least;
    float perUnit;

    std::uint32_t of(float value) const
    {
        return static_cast<std::uint32_t>(static_cast<std::int32_t>((value - least) * perUnit));
    }
    /// A range that float cannot tell, such as none at all, has no cells.
    bool exist() const { return perUnit > 0 && std::isfinite(perUnit); }
};

QUANTLOUPE_CPU_CLONES
Cells cellsFor(std::span<const float> values)
{
    std::array<float, kLanes> least;
    std::array<float, kLanes> greatest;
    least.fill(values[0]);
    greatest.fill(values[0]);
    const std::size_t whole = values.size() / kLanes * kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const float value = values[i + lane];
            least[lane] = value < least[lane] ? value : least[lane];
            greatest[lane] = value > greatest[lane] ? value : greatest[lane];
        }
    for (const float value : values.subspan(whole)) {
        least[0] = std::min(least[0], value);
        greatest[0] = std::max(greatest[0], value);
    }
    const float low = *std::min_element(least.begin(), least.end());
    const float high = *std::max_element(greatest.begin(), greatest.end());
    // Two fewer than there are: rounding leads no value beyond the last.
    return {low, static_cast<float>(kCells - 2) / (high - low)};
}

std::size_t lowDigit(std::uint32_t cell)
{
    return cell % kDigits;
}

std::size_t highDigit(std::uint32_t cell)
{
    return cell / kDigits;
}

/// Counts become the places where each digit starts.
void toStarts(Table &table)
{
    std::uint32_t start = 0;
    for (std::uint32_t &entry : table)
        start += std::exchange(entry, start);
}

/// By the cells' low digits, then by the high ones.
void sortByCells(std::span<float> values, const Cells &cells, SortScratch &scratch)
{
    scratch.values.resize(values.size());
    Table low{};
    Table high{};
    for (const float value : values) {
        const std::uint32_t cell = cells.of(value);
        ++low[lowDigit(cell)];
        ++high[highDigit(cell)];
    }
    toStarts(low);
    toStarts(high);
    for (const float value : values)
        scratch.values[low[lowDigit(cells.of(value))]++] = value;
    for (const float value : scratch.values)
        values[high[highDigit(cells.of(value))]++] = value;
}

/// Insertion, for values that are sorted but within their cells; stops and tells false where that
/// moves too many.
bool sortWithinCells(std::span<float> values)
{
    std::size_t movesLeft = kFewMoves * values.size();
    for (std::size_t i = 1; i < values.size(); ++i) {
        const float value = values[i];
        if (!(value < values[i - 1]))
            continue;
        std::size_t place = i;
        for (; place > 0 && value < values[place - 1]; --place)
            values[place] = values[place - 1];
        values[place] = value;
        if (i - place > movesLeft)
            return false;
        movesLeft -= i - place;
    }
    return true;
}

} // namespace

void sortAscending(std::span<float> values, SortScratch &scratch)
{
    if (values.size() >= kLongArray) {
        if (const Cells cells = cellsFor(values); cells.exist()) {
            sortByCells(values, cells, scratch);
            if (sortWithinCells(values))
                return;
        }
    }
    std::sort(values.begin(), values.end());
}

double distanceToSorted(std::span<float> a, std::span<const float> sorted, SortScratch &scratch)
{
    sortAscending(a, scratch);
    const auto difference = [&](std::size_t i) {
        return std::fabs(static_cast<double>(a[i]) - sorted[i]);
    };
    std::array<double, kSums> sums{};
    const std::size_t whole = a.size() / kSums * kSums;
    for (std::size_t i = 0; i < whole; i += kSums)
        for (std::size_t k = 0; k < kSums; ++k)
            sums[k] += difference(i + k);
    double sum = std::accumulate(sums.begin(), sums.end(), 0.0);
    for (std::size_t i = whole; i < a.size(); ++i)
        sum += difference(i);
    return sum / static_cast<double>(a.size());
}

double sortedDistance(std::span<float> a, std::span<float> b, SortScratch &scratch)
{
    sortAscending(b, scratch);
    return distanceToSorted(a, b, scratch);
}

} // namespace quantloupe
