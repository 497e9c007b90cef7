// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/codebook.h"
#include "quant/log_codebook.h"
#include "quant/uniform_kernels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace quantloupe {

namespace {

constexpr double kSqrtHalf = std::numbers::sqrt2 / 2;

/// round(log2 x), exactly: the halves are irrational, so no float lies on one.
int roundedLog2(double x)
{
    int exponent = 0;
    return std::frexp(x, &exponent) >= kSqrtHalf ? exponent : exponent - 1;
}

/// Codes from the most negative level to the most positive one.
std::vector<float> thresholdsOf(PowerRange range)
{
    std::vector<float> thresholds;
    const auto least = [&](int above) {
        return leastFloatFrom(std::ldexp(kSqrtHalf, range.lowest + above));
    };
    // The least magnitude that rounds to an exponent belongs to it, on either side of zero.
    for (int above = range.count - 1; above > 0; --above)
        thresholds.push_back(std::nextafter(-least(above), HUGE_VALF));
    thresholds.push_back(0);
    for (int above = 1; above < range.count; ++above)
        thresholds.push_back(least(above));
    return thresholds;
}

} // namespace

PowerRange powerRange(float largest, int bits)
{
    const int count = 1 << (bits - 1);
    return {roundedLog2(largest) - count + 1, count};
}

Levels levelsOf(PowerRange range)
{
    Levels levels;
    const auto level = [&](int above) {
        return finiteFloat(std::ldexp(1.0, range.lowest + above));
    };
    for (int above = range.count - 1; above >= 0; --above)
        levels.push_back(-level(above));
    for (int above = 0; above < range.count; ++above)
        levels.push_back(level(above));
    return levels;
}

Levels quantizeLogChannel(const ChannelWeights &weights, int bits, ChannelCodes out)
{
    const auto [lowest, highest] = extremesWithZero(weights.values);
    const float largest = std::max(-lowest, highest);
    if (largest == 0) {
        std::ranges::fill(out.codes, 0);
        std::ranges::fill(out.values, 0.0F);
        return Levels(std::size_t{1} << bits, 0.0F);
    }
    const PowerRange range = powerRange(largest, bits);
    Levels levels = levelsOf(range);
    if (hasNormalPowers(range))
        quantizePowers(weights.values, range, out.codes, out.values);
    else
        applyCodebook({levels, thresholdsOf(range)}, weights.values, out);
    return levels;
}

} // namespace quantloupe
