// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/sorted_weights.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace quantloupe {

namespace {

/// Below this a comparison sort is as fast.
constexpr std::size_t kFewValues = 512;
constexpr int kDigitBits = 11;
constexpr int kDigits = 3;
constexpr std::size_t kDigitValues = std::size_t{1} << kDigitBits;

/// An order-preserving map of floats to unsigned integers and back.
std::uint32_t keyOf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return bits ^ ((bits >> 31) != 0 ? 0xFFFFFFFFU : 0x80000000U);
}

float valueOf(std::uint32_t key)
{
    return std::bit_cast<float>(key ^ ((key >> 31) != 0 ? 0x80000000U : 0xFFFFFFFFU));
}

std::size_t digit(std::uint32_t key, int place)
{
    return (key >> (place * kDigitBits)) & (kDigitValues - 1);
}

using Counts = std::array<std::size_t, kDigitValues>;

/// Where each digit's run begins.
void toStarts(Counts &counts)
{
    std::size_t start = 0;
    for (std::size_t &count : counts)
        start += std::exchange(count, start);
}

void radixSort(std::vector<float> &values)
{
    std::vector<std::uint32_t> keys(values.size());
    std::vector<std::uint32_t> other(values.size());
    std::array<Counts, kDigits> starts = {};
    for (std::size_t i = 0; i < values.size(); ++i) {
        keys[i] = keyOf(values[i]);
        for (int place = 0; place < kDigits; ++place)
            ++starts[static_cast<std::size_t>(place)][digit(keys[i], place)];
    }
    for (int place = 0; place < kDigits; ++place) {
        Counts &next = starts[static_cast<std::size_t>(place)];
        toStarts(next);
        for (const std::uint32_t key : keys)
            other[next[digit(key, place)]++] = key;
        keys.swap(other);
    }
    std::ranges::transform(keys, values.begin(), valueOf);
}

/// Non-finite weights stand as zeros among the values; the fit is to know the finite ones only.
void removeReplaced(std::vector<float> &sorted, std::int64_t finite)
{
    const auto replaced = static_cast<std::int64_t>(sorted.size()) - finite;
    const auto zeros = std::ranges::lower_bound(sorted, 0.0F);
    sorted.erase(zeros, zeros + replaced);
}

void addSums(SortedWeights &weights)
{
    double sum = 0;
    for (const float x : weights.values)
        sum += x;
    weights.mean = weights.values.empty() ? 0 : sum / static_cast<double>(weights.values.size());
    weights.sums.resize(weights.values.size() + 1);
    double passed = 0;
    for (std::size_t i = 0; i < weights.values.size(); ++i) {
        const double difference = weights.values[i] - weights.mean;
        passed += difference;
        weights.sums[i + 1] = passed;
        weights.squares += difference * difference;
    }
}

} // namespace

double SortedWeights::deviation() const
{
    return values.empty() ? 0 : std::sqrt(squares / static_cast<double>(values.size()));
}

void sortFloats(std::vector<float> &values)
{
    if (values.size() < kFewValues)
        std::ranges::sort(values, {}, keyOf);
    else
        radixSort(values);
}

SortedWeights sortedWeights(const ChannelWeights &weights)
{
    SortedWeights sorted;
    sorted.values.assign(weights.values.begin(), weights.values.end());
    sortFloats(sorted.values);
    removeReplaced(sorted.values, weights.finite);
    addSums(sorted);
    return sorted;
}

std::size_t searchFirstAtLeast(const std::vector<float> &values, double threshold, std::size_t hint)
{
    // Strides that double away from the hint, then a binary search within the last one.
    const std::size_t count = values.size();
    std::size_t low = 0;
    std::size_t high = std::min(hint, count);
    std::size_t stride = 1;
    if (high < count && values[high] < threshold) {
        low = high + 1;
        for (; low + stride < count && values[low + stride - 1] < threshold; stride *= 2)
            low += stride;
        high = std::min(count, low + stride);
    } else {
        for (; high > stride && values[high - stride] >= threshold; stride *= 2)
            high -= stride;
        low = high > stride ? high - stride : 0;
    }
    const auto begin = values.begin();
    return static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(low),
                                                     begin + static_cast<std::ptrdiff_t>(high),
                                                     threshold) -
                                    begin);
}

} // namespace quantloupe
