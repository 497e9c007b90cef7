// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/latent_path.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantloupe {

namespace {

/// Under this the sine of the angle says more about rounding than about the angle.
constexpr double kSmallestSine = 1e-6;

double dot(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += static_cast<double>(a[i]) * b[i];
    return sum;
}

/// What `a` and `b` are multiplied with.
std::pair<double, double> weights(std::span<const float> a, std::span<const float> b, double share,
                                  Distribution distribution)
{
    const std::pair linear(1 - share, share);
    const double lengths = std::sqrt(dot(a, a) * dot(b, b));
    if (distribution == Distribution::Uniform || lengths == 0)
        return linear;
    const double angle = std::acos(std::clamp(dot(a, b) / lengths, -1.0, 1.0));
    const double sine = std::sin(angle);
    if (sine < kSmallestSine)
        return linear;
    return {std::sin((1 - share) * angle) / sine, std::sin(share * angle) / sine};
}

} // namespace

std::vector<float> interpolate(std::span<const float> a, std::span<const float> b, double share,
                               Distribution distribution)
{
    if (share <= 0)
        return {a.begin(), a.end()};
    if (share >= 1)
        return {b.begin(), b.end()};
    const auto [ofA, ofB] = weights(a, b, share, distribution);
    std::vector<float> result(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        result[i] = static_cast<float>(ofA * a[i] + ofB * b[i]);
    return result;
}

std::string_view interpolationName(Distribution distribution)
{
    return distribution == Distribution::Uniform ? "linear" : "spherical";
}

PathPoint pointOnPath(std::span<const SampleRef> path, double position)
{
    const double last = static_cast<double>(path.size() - 1);
    const double inside = std::clamp(position, 0.0, last);
    const auto nearest = static_cast<std::size_t>(std::lround(inside));
    const double away = inside - static_cast<double>(nearest);
    if (away == 0)
        return {path[nearest], {path[nearest], 0}};
    const std::size_t neighbour = away > 0 ? nearest + 1 : nearest - 1;
    return {path[nearest], {path[neighbour], std::fabs(away)}};
}

} // namespace quantloupe
