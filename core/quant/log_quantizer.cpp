// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/codebook.h"
#include "quant/uniform_kernels.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

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
Codebook signedPowers(int highest, int count)
{
    Codebook codebook;
    for (int i = count - 1; i >= 0; --i) {
        const int exponent = highest - (count - 1) + i;
        codebook.levels.push_back(-finiteFloat(std::ldexp(1.0, exponent)));
        // The least magnitude that rounds to this exponent belongs to it, on either side of zero.
        if (i > 0)
            codebook.thresholds.push_back(
                std::nextafter(-leastFloatFrom(std::ldexp(kSqrtHalf, exponent)), HUGE_VALF));
    }
    codebook.thresholds.push_back(0);
    for (int i = 0; i < count; ++i) {
        const int exponent = highest - (count - 1) + i;
        codebook.levels.push_back(finiteFloat(std::ldexp(1.0, exponent)));
        if (i > 0)
            codebook.thresholds.push_back(leastFloatFrom(std::ldexp(kSqrtHalf, exponent)));
    }
    return codebook;
}

} // namespace

Levels quantizeLogChannel(const ChannelWeights &weights, int bits, ChannelCodes out)
{
    const auto [lowest, highest] = extremesWithZero(weights.values);
    const float largest = std::max(-lowest, highest);
    Codebook codebook = largest > 0
                            ? signedPowers(roundedLog2(largest), 1 << (bits - 1))
                            : nearestCodebook(std::vector<double>(std::size_t{1} << bits, 0.0));
    applyCodebook(codebook, weights.values, out);
    return std::move(codebook.levels);
}

} // namespace quantloupe
