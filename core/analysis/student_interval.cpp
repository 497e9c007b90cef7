// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/student_interval.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace quantloupe {

namespace {

constexpr double kProbability = 0.975;
/// Halvings of an interval of numbers until only rounding is left.
constexpr int kHalvings = 200;

} // namespace

double studentProbability(double t, int freedom)
{
    const double angle = std::atan(t / std::sqrt(freedom));
    const double square = std::cos(angle) * std::cos(angle);
    const bool isOdd = freedom % 2 == 1;
    // Terms cos, 2/3 cos^3, 2/3 4/5 cos^5, ... of odd and 1, 1/2 cos^2, 1/2 3/4 cos^4, ... of even
    // degrees.
    double term = isOdd ? std::cos(angle) : 1;
    double sum = freedom == 1 ? 0 : term;
    for (int k = isOdd ? 3 : 2; k <= freedom - 2; k += 2) {
        term *= square * (k - 1) / k;
        sum += term;
    }
    const double within =
        isOdd ? 2 / std::numbers::pi * (angle + std::sin(angle) * sum) : std::sin(angle) * sum;
    return 0.5 + within / 2;
}

double studentLimit(int freedom)
{
    double low = 0;
    double high = 1;
    while (studentProbability(high, freedom) < kProbability)
        high *= 2;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (studentProbability(middle, freedom) < kProbability ? low : high) = middle;
    }
    return high;
}

std::optional<MetricInterval> studentInterval(std::span<const double> values)
{
    if (values.size() < 2)
        return {};
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double reach = studentLimit(static_cast<int>(values.size()) - 1) *
                         std::sqrt(squares / (count - 1) / count);
    return MetricInterval{mean - reach, mean + reach};
}

} // namespace quantloupe
