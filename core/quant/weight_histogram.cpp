// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/weight_histogram.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantloupe {

namespace {

/// One of so many edges is at equal counts.
constexpr std::size_t kEqualCounts = 8;
constexpr int kCapRounds = 4;

/// The sum of shares, each at most one of `count` equal parts of it: a gap cannot be cut.
double cappedTotal(const std::vector<float> &shares, std::size_t count, double &cap)
{
    cap = INFINITY;
    double total = 0;
    for (int round = 0; round < kCapRounds; ++round) {
        total = 0;
        for (const float share : shares)
            total += std::min<double>(share, cap);
        cap = total / static_cast<double>(count);
    }
    return total;
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
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double gap = double(values[i]) - values[i - 1];
        const float root = std::cbrt(static_cast<float>(gap / range));
        shares[i] = root * root;
    }
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
    double cap = 0;
    const double part = cappedTotal(shares, count, cap) / static_cast<double>(count);
    double passed = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        passed += std::min<double>(shares[i], cap);
        if (passed >= part && values[i] > values[i - 1]) {
            edges.push_back(i);
            passed -= part;
        }
    }
    return ascending(std::move(edges));
}

} // namespace quantloupe
