// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/histogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quantloupe {

Histogram Histogram::over(double low, double high, int bins)
{
    if (high <= low)
        high = low + std::max(1e-6, std::abs(low) * 1e-6);
    return {low, high, std::vector<std::int64_t>(static_cast<std::size_t>(bins), 0)};
}

void Histogram::add(double value)
{
    const auto bins = static_cast<double>(counts.size());
    const double place = std::floor((value - low) / (high - low) * bins);
    ++counts[static_cast<std::size_t>(std::clamp(place, 0.0, bins - 1))];
}

std::int64_t Histogram::total() const
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

int binsFor(std::int64_t values)
{
    constexpr int kFewest = 8;
    constexpr int kMost = 120;
    const double wish = std::ceil(2 * std::cbrt(static_cast<double>(values)));
    return static_cast<int>(std::clamp<double>(wish, kFewest, kMost));
}

} // namespace quantloupe
