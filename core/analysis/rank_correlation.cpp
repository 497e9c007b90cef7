// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rank_correlation.h"

#include "base/random_stream.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace quantloupe {

namespace {

constexpr std::size_t kLeastPairs = 3;
constexpr std::size_t kMostCounted = 8;
constexpr int kDraws = 100'000;
/// Sums of the same products in another order.
constexpr double kRounding = 1e-9;

std::vector<double> ranksOf(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first + 1;
        while (end < order.size() && values[order[end]] == values[order[first]])
            ++end;
        for (std::size_t i = first; i < end; ++i)
            ranks[order[i]] = static_cast<double>(first + end - 1) / 2;
        first = end;
    }
    return ranks;
}

/// Ranks less their mean, divided by their length; empty where they are all the same.
std::vector<double> normalized(std::vector<double> ranks)
{
    const double mean = static_cast<double>(ranks.size() - 1) / 2;
    double squares = 0;
    for (double &rank : ranks) {
        rank -= mean;
        squares += rank * rank;
    }
    if (squares == 0)
        return {};
    for (double &rank : ranks)
        rank /= std::sqrt(squares);
    return ranks;
}

double product(std::span<const double> a, std::span<const double> b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double countedTail(std::span<const double> a, std::vector<double> b, double rho)
{
    std::ranges::sort(b);
    std::size_t orders = 0;
    std::size_t low = 0;
    // Orders of equal ranks are one each; every one of them stands for as many orders of pairs.
    do {
        ++orders;
        low += product(a, b) <= rho + kRounding ? 1 : 0;
    } while (std::ranges::next_permutation(b).found);
    return static_cast<double>(low) / static_cast<double>(orders);
}

double drawnTail(std::span<const double> a, std::vector<double> b, double rho)
{
    RandomStream stream(0, StreamRole::Split, 0);
    int low = 0;
    for (int draw = 0; draw < kDraws; ++draw) {
        for (std::size_t i = b.size(); i > 1; --i)
            std::swap(b[i - 1], b[stream.below(i)]);
        low += product(a, b) <= rho + kRounding ? 1 : 0;
    }
    // The order that was measured counts as one of the draws, so that no share is zero.
    return (low + 1.0) / (kDraws + 1.0);
}

} // namespace

std::optional<RankCorrelation> rankCorrelation(std::span<const double> a, std::span<const double> b)
{
    if (a.size() < kLeastPairs || a.size() != b.size())
        return {};
    const std::vector<double> ranksA = normalized(ranksOf(a));
    const std::vector<double> ranksB = normalized(ranksOf(b));
    if (ranksA.empty() || ranksB.empty())
        return {};
    RankCorrelation result;
    result.rho = std::clamp(product(ranksA, ranksB), -1.0, 1.0);
    result.lowerTail = a.size() <= kMostCounted ? countedTail(ranksA, ranksB, result.rho)
                                                : drawnTail(ranksA, ranksB, result.rho);
    return result;
}

} // namespace quantloupe
