// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/resampling.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr double kCubicSupport = 2;

/// Keys' kernel with a = -0.5.
double cubic(double x)
{
    constexpr double a = -0.5;
    x = std::fabs(x);
    if (x < 1)
        return ((a + 2) * x - (a + 3)) * x * x + 1;
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
}

ResampleTaps linearTaps(double at, int source)
{
    const double inside = std::clamp(at, 0.0, static_cast<double>(source - 1));
    const auto first = static_cast<std::size_t>(inside);
    const double share = inside - static_cast<double>(first);
    if (share == 0)
        return {first, {1.0}};
    return {first, {1 - share, share}};
}

/// Pillow's `precompute_coeffs`.
ResampleTaps cubicTaps(double center, double scale, int source)
{
    const double stretch = std::max(scale, 1.0);
    const double support = kCubicSupport * stretch;
    const int first = std::max(0, static_cast<int>(center - support + 0.5));
    const int end = std::min(source, static_cast<int>(center + support + 0.5));
    ResampleTaps taps{static_cast<std::size_t>(first), {}};
    double sum = 0;
    for (int i = first; i < end; ++i) {
        taps.weights.push_back(cubic((i - center + 0.5) / stretch));
        sum += taps.weights.back();
    }
    for (double &weight : taps.weights)
        weight /= sum;
    return taps;
}

} // namespace

std::vector<ResampleTaps> resampleTaps(InputResize resize, int source, int target)
{
    const double scale = static_cast<double>(source) / target;
    std::vector<ResampleTaps> taps;
    taps.reserve(static_cast<std::size_t>(target));
    for (int i = 0; i < target; ++i) {
        const double center = (i + 0.5) * scale;
        if (resize == InputResize::Clean)
            taps.push_back(cubicTaps(center, scale, source));
        else
            taps.push_back(
                linearTaps(resize == InputResize::TfLegacy ? i * scale : center - 0.5, source));
    }
    return taps;
}

} // namespace quantloupe
