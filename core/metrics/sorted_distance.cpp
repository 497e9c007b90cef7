// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/sorted_distance.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <utility>

namespace quantloupe {

namespace {

/// Below this the counting tables cost more than they save.
constexpr std::size_t kLongArray = 2048;
constexpr int kDigitBits = 11;
constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
constexpr std::uint32_t kSign = 0x80000000U;

using Table = std::array<std::uint32_t, kDigits>;

/// Keys that order as the floats do: negative ones reversed, positive ones above them.
std::uint32_t keyOf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return bits ^ ((bits & kSign) ? ~0U : kSign);
}

float valueOf(std::uint32_t key)
{
    return std::bit_cast<float>(key ^ ((key & kSign) ? kSign : ~0U));
}

std::uint32_t digit(std::uint32_t key, int round)
{
    return (key >> (round * kDigitBits)) & (kDigits - 1);
}

/// Counts become the places where each digit starts.
void toStarts(Table &table)
{
    std::uint32_t start = 0;
    for (std::uint32_t &entry : table)
        start += std::exchange(entry, start);
}

void radixSort(std::span<float> values, SortScratch &scratch)
{
    scratch.first.resize(values.size());
    scratch.second.resize(values.size());
    std::array<Table, 3> starts{};
    for (const float value : values)
        for (int round = 0; round < 3; ++round)
            ++starts[static_cast<std::size_t>(round)][digit(keyOf(value), round)];
    for (Table &table : starts)
        toStarts(table);
    for (const float value : values)
        scratch.first[starts[0][digit(keyOf(value), 0)]++] = keyOf(value);
    for (const std::uint32_t key : scratch.first)
        scratch.second[starts[1][digit(key, 1)]++] = key;
    for (const std::uint32_t key : scratch.second)
        values[starts[2][digit(key, 2)]++] = valueOf(key);
}

} // namespace

void sortAscending(std::span<float> values, SortScratch &scratch)
{
    if (values.size() < kLongArray)
        std::sort(values.begin(), values.end(),
                  [](float a, float b) { return keyOf(a) < keyOf(b); });
    else
        radixSort(values, scratch);
}

double distanceToSorted(std::span<float> a, std::span<const float> sorted, SortScratch &scratch)
{
    sortAscending(a, scratch);
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::fabs(static_cast<double>(a[i]) - sorted[i]);
    return sum / static_cast<double>(a.size());
}

double sortedDistance(std::span<float> a, std::span<float> b, SortScratch &scratch)
{
    sortAscending(b, scratch);
    return distanceToSorted(a, b, scratch);
}

} // namespace quantloupe
