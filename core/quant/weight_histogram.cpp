// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/weight_histogram.h"

#include "base/cpu_clones.h"
#include "quant/partial_sums.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

namespace quantloupe {

namespace {

/// One of so many edges is at equal counts.
constexpr std::size_t kEqualCounts = 8;
constexpr int kCapRounds = 4;

QUANTLOUPE_CPU_CLONES
void addCapped(const float *shares, std::size_t count, float cap, double *sums)
{
    inTurns(count,
            [&](std::size_t i, std::size_t j) { sums[j] += shares[i] < cap ? shares[i] : cap; });
}

/// One of `count` equal parts of the shares, each at most that large: a gap cannot be cut.
double equalPart(const std::vector<float> &shares, std::size_t count)
{
    double part = HUGE_VAL;
    for (int round = 0; round < kCapRounds; ++round) {
        PartialSums sums;
        addCapped(shares.data(), shares.size(), static_cast<float>(part), sums.sum);
        part = sums.total() / static_cast<double>(count);
    }
    return part;
}

/// x^(2/3) but for rounding, 0 for 0, without a call. The bits of a positive float rise nearly as
/// its logarithm does, so a third of them starts within a sixteenth of the cube root, and each step
/// of Halley's method leaves about the third power of the error.
[[gnu::always_inline]] inline float twoThirdsPower(float x)
{
    constexpr float kThird = 1.0F / 3;
    constexpr float kBitsOfOne = 0x3F800000;
    const auto bits = static_cast<float>(std::bit_cast<std::int32_t>(x));
    float root =
        std::bit_cast<float>(static_cast<std::int32_t>(bits * kThird + kBitsOfOne * (1 - kThird)));
    for (int step = 0; step < 2; ++step) {
        const float cube = root * root * root;
        root *= (cube + 2 * x) / (2 * cube + x);
    }
    return x > 0 ? root * root : 0.0F;
}

QUANTLOUPE_CPU_CLONES
void findShares(const float *__restrict values, std::size_t count, double range,
                float *__restrict shares)
{
    for (std::size_t i = 1; i < count; ++i)
        shares[i] =
            twoThirdsPower(static_cast<float>((double(values[i]) - double(values[i - 1])) / range));
}

} // namespace

std::vector<std::size_t> ascending(std::vector<std::size_t> edges)
{
    edges.push_back(0);
    std::ranges::sort(edges);
    const auto tail = std::ranges::unique(edges);
    edges.erase(tail.begin(), tail.end());
    return edges;
}

bool hasFewValues(const SortedWeights &weights, std::size_t most)
{
    std::size_t different = 1;
    for (std::size_t i = 1; i < weights.values.size() && different <= most; ++i)
        different += weights.values[i] != weights.values[i - 1] ? 1 : 0;
    return different <= most;
}

std::vector<std::size_t> allEdges(const SortedWeights &weights)
{
    std::vector<std::size_t> edges;
    for (std::size_t i = 0; i < weights.values.size(); ++i)
        if (i == 0 || weights.values[i] != weights.values[i - 1])
            edges.push_back(i);
    return edges;
}

std::vector<float> gapShares(const SortedWeights &weights)
{
    const std::vector<float> &values = weights.values;
    const double range = double(values.back()) - values.front();
    std::vector<float> shares(values.size(), 0.0F);
    findShares(values.data(), values.size(), range, shares.data());
    return shares;
}

std::vector<std::size_t> histogramEdges(const SortedWeights &weights,
                                        const std::vector<float> &shares, std::size_t count)
{
    const std::vector<float> &values = weights.values;
    const std::size_t ranks = std::max<std::size_t>(1, count / kEqualCounts);
    std::vector<std::size_t> edges;
    for (std::size_t r = 0; r < ranks; ++r) {
        const std::size_t rank = values.size() * r / ranks;
        // Equal weights stay together.
        edges.push_back(firstAtLeast(values, values[rank], rank));
    }
    const double part = equalPart(shares, count);
    double passed = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        // A gap that makes a whole part has its edge: the cap is `part` itself, not a float near it.
        passed += std::min<double>(shares[i], part);
        if (passed >= part && values[i] > values[i - 1]) {
            edges.push_back(i);
            passed -= part;
        }
    }
    return ascending(std::move(edges));
}

} // namespace quantloupe
