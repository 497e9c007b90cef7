// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cpu_clones.h"
#include "quant/codebook.h"
#include "quant/even_levels.h"
#include "quant/partial_sums.h"
#include "quant/uniform_kernels.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// A threshold takes about as many values of tanh; fewer weights are rounded one by one.
constexpr std::size_t kTriesOfThreshold = 8;
/// How far from where it is expected a threshold is looked for first: some floats, and, near zero,
/// more than rounding to a double next to 1/2 moves it.
constexpr double kMargin = 0x1p-21;
constexpr double kLeastMargin = 0x1p-50;

/// 2 t - 1 = multiple / (levels - 1): odd whole numbers from -(levels - 1) to levels - 1.
double multipleOf(std::int32_t code, std::int32_t levels)
{
    return 2.0 * code - (levels - 1);
}

/// DoReFa's rounding of tanh, which never falls with the weight.
struct Rounding
{
    double largest;
    std::int32_t levels;

    std::int32_t operator()(float x) const
    {
        const double t = std::tanh(static_cast<double>(x)) / (2 * largest) + 0.5;
        return static_cast<std::int32_t>(std::nearbyint(t * (levels - 1)));
    }
};

/// Where the formula turned around has the threshold of `code`, but for rounding.
double expectedThreshold(std::int32_t code, const Rounding &rounding)
{
    return std::atanh(rounding.largest * (multipleOf(code, rounding.levels) - 1) /
                      (rounding.levels - 1));
}

/// The least float from `low` to `high` whose code is `code` or more; that of `high` is.
float thresholdOf(std::int32_t code, float low, float high, const Rounding &rounding)
{
    const double expected = expectedThreshold(code, rounding);
    const double margin = kMargin * std::fabs(expected) + kLeastMargin * rounding.largest;
    const auto below = static_cast<float>(expected - margin);
    const auto above = static_cast<float>(expected + margin);
    if (low < below && below < high && rounding(below) < code)
        low = below;
    if (low < above && above < high && rounding(above) >= code)
        high = above;
    for (;;) {
        const auto middle = static_cast<float>(0.5 * (static_cast<double>(low) + high));
        if (!(low < middle && middle < high))
            return rounding(low) >= code ? low : high;
        (rounding(middle) >= code ? high : low) = middle;
    }
}

std::vector<float> thresholdsOf(float lowest, float highest, const Rounding &rounding)
{
    std::vector<float> thresholds;
    for (std::int32_t code = 1; code < rounding.levels; ++code)
        thresholds.push_back(
            rounding(highest) >= code ? thresholdOf(code, lowest, highest, rounding) : HUGE_VALF);
    return thresholds;
}

QUANTLOUPE_CPU_CLONES
void addMultiples(const float *x, const std::int32_t *codes, std::size_t count, double levels,
                  double *products, double *squares)
{
    inTurns(count, [&](std::size_t i, std::size_t j) {
        const double multiple = 2.0 * codes[i] - (levels - 1);
        products[j] += multiple * x[i];
        squares[j] += multiple * multiple;
    });
}

/// The factor of least squared error for the multiples of these codes.
double leastSquaresFactor(const ChannelWeights &weights, std::span<const std::int32_t> codes,
                          std::int32_t levels)
{
    const std::span<const float> x = weights.values;
    PartialSums products;
    PartialSums squares;
    addMultiples(x.data(), codes.data(), x.size(), levels, products.sum, squares.sum);
    // A non-finite weight stands here as 0, whose multiple is 1.
    const auto replaced = static_cast<double>(x.size()) - static_cast<double>(weights.finite);
    return products.total() / (squares.total() - replaced);
}

} // namespace

Levels quantizeTanhChannel(const ChannelWeights &weights, int bits, ChannelCodes out)
{
    const std::int32_t count = 1 << bits;
    Levels levels(static_cast<std::size_t>(count), 0.0F);
    const auto [least, most] = extremesWithZero(weights.values);
    const double largest = std::tanh(static_cast<double>(std::max(-least, most)));
    if (largest == 0) {
        std::ranges::fill(out.codes, 0);
        std::ranges::fill(out.values, 0.0F);
        return levels;
    }
    const Rounding rounding{largest, count};
    if (weights.values.size() < kTriesOfThreshold * levels.size())
        std::ranges::transform(weights.values, out.codes.begin(), rounding);
    else
        applyThresholds(thresholdsOf(least, most, rounding), weights.values, out.codes);
    const double factor = leastSquaresFactor(weights, out.codes, count);
    const float highest = finiteFloat(factor * multipleOf(count - 1, count));
    std::ranges::transform(evenLevels(-highest, highest, levels.size()), levels.begin(),
                           finiteFloat);
    lookUp(levels, out.codes, out.values);
    return levels;
}

} // namespace quantloupe
