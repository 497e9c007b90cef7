// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/codebook.h"
#include "quant/partial_sums.h"
#include "quant/uniform_kernels.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// 2 t - 1 = multiple / (levels - 1): odd whole numbers from -(levels - 1) to levels - 1.
double multipleOf(std::int32_t code, std::int32_t levels)
{
    return 2.0 * code - (levels - 1);
}

/// The factor of least squared error for the multiples of these codes.
double leastSquaresFactor(const ChannelWeights &weights, std::span<const std::int32_t> codes,
                          std::int32_t levels)
{
    const std::vector<float> &x = weights.values;
    PartialSums products;
    PartialSums squares;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double multiple = multipleOf(codes[i], levels);
        products.sum[i % kPartialSums] += multiple * x[i];
        squares.sum[i % kPartialSums] += multiple * multiple;
    }
    // A non-finite weight stands here as 0, whose multiple is 1.
    const auto replaced = static_cast<double>(x.size()) - static_cast<double>(weights.finite);
    return products.total() / (squares.total() - replaced);
}

} // namespace

Levels quantizeTanhChannel(const ChannelWeights &weights, int bits, ChannelCodes out)
{
    const std::int32_t count = 1 << bits;
    Levels levels(static_cast<std::size_t>(count), 0.0F);
    const auto [lowest, highest] = extremesWithZero(weights.values);
    const double largest = std::tanh(static_cast<double>(std::max(-lowest, highest)));
    if (largest == 0) {
        std::ranges::fill(out.codes, 0);
        std::ranges::fill(out.values, 0.0F);
        return levels;
    }
    for (std::size_t i = 0; i < weights.values.size(); ++i) {
        const double t = std::tanh(static_cast<double>(weights.values[i])) / (2 * largest) + 0.5;
        out.codes[i] = static_cast<std::int32_t>(std::nearbyint(t * (count - 1)));
    }
    const double factor = leastSquaresFactor(weights, out.codes, count);
    for (std::int32_t code = 0; code < count; ++code)
        levels[static_cast<std::size_t>(code)] = finiteFloat(factor * multipleOf(code, count));
    for (std::size_t i = 0; i < weights.values.size(); ++i)
        out.values[i] = levels[static_cast<std::size_t>(out.codes[i])];
    return levels;
}

} // namespace quantloupe
