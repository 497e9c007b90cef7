// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/uniform_kernels.h"

#include "base/cpu_clones.h"
#include "quant/multiples.h"
#include "quant/partial_sums.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstddef>

namespace quantloupe {

namespace {

struct Bounds
{
    explicit Bounds(CodeLimits limits)
        : lowest(-static_cast<float>(limits.below)), highest(static_cast<float>(limits.above))
    {
    }
    float lowest;
    float highest;
};

inline double squaredError(float x, float scale, Bounds bounds)
{
    const float difference = x - scale * multipleOf(x, scale, bounds.lowest, bounds.highest);
    return static_cast<double>(difference) * difference;
}

QUANTLOUPE_CPU_CLONES
void addErrors(const float *x, std::size_t count, float scale, Bounds bounds, double *sum)
{
    inTurns(count, [&](std::size_t i, std::size_t j) {
        sum[j] += squaredError(x[i], scale, bounds);
    });
}

QUANTLOUPE_CPU_CLONES
void addRefits(const float *x, std::size_t count, float scale, Bounds bounds, double *product,
               double *square)
{
    inTurns(count, [&](std::size_t i, std::size_t j) {
        const double m = multipleOf(x[i], scale, bounds.lowest, bounds.highest);
        product[j] += m * x[i];
        square[j] += m * m;
    });
}

QUANTLOUPE_CPU_CLONES
void quantizeLoop(const float *__restrict x, std::size_t count, float scale, Bounds bounds,
                  std::int32_t zeroPoint, std::int32_t *__restrict codes, float *__restrict values)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float m = multipleOf(x[i], scale, bounds.lowest, bounds.highest);
        codes[i] = static_cast<std::int32_t>(m) + zeroPoint;
        values[i] = scale * m;
    }
}

QUANTLOUPE_CPU_CLONES
void fakeQuantizeLoop(const float *x, std::size_t count, float scale, Bounds bounds, float *out)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float number = x[i] == x[i] ? x[i] : 0.0F;
        out[i] = scale * multipleOf(number, scale, bounds.lowest, bounds.highest);
    }
}

QUANTLOUPE_CPU_CLONES
void ternarizeLoop(const float *__restrict x, std::size_t count, float least, float scale,
                   std::int32_t *__restrict codes, float *__restrict values)
{
    for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t code = (x[i] >= least ? 1 : 0) - (-x[i] >= least ? 1 : 0);
        codes[i] = code;
        values[i] = scale * static_cast<float>(code);
    }
}

QUANTLOUPE_CPU_CLONES
void binarizeLoop(const float *__restrict x, std::size_t count, float scale,
                  std::int32_t *__restrict codes, float *__restrict values)
{
    for (std::size_t i = 0; i < count; ++i) {
        codes[i] = x[i] >= 0 ? 1 : -1;
        values[i] = x[i] >= 0 ? scale : -scale;
    }
}

QUANTLOUPE_CPU_CLONES
void addMagnitudes(const float *x, std::size_t count, double *sum)
{
    inTurns(count, [&](std::size_t i, std::size_t j) { sum[j] += std::fabs(x[i]); });
}

QUANTLOUPE_CPU_CLONES
void addMagnitudesAbove(const float *x, std::size_t count, float threshold, double *sum,
                        double *number)
{
    inTurns(count, [&](std::size_t i, std::size_t j) {
        const float magnitude = std::fabs(x[i]);
        // A choice between two sums would become a branch.
        const float isAbove = magnitude > threshold ? 1.0F : 0.0F;
        sum[j] += magnitude * isAbove;
        number[j] += isAbove;
    });
}

QUANTLOUPE_CPU_CLONES
void updateExtremes(const float *x, std::size_t count, float *lowest, float *highest)
{
    inTurns(count, [&](std::size_t i, std::size_t j) {
        const float number = finiteOrZero(x[i]);
        lowest[j] = number < lowest[j] ? number : lowest[j];
        highest[j] = number > highest[j] ? number : highest[j];
    });
}

QUANTLOUPE_CPU_CLONES
std::int64_t countFinite(const float *x, std::size_t count)
{
    std::int64_t finite = 0;
    for (std::size_t i = 0; i < count; ++i)
        finite += std::fabs(x[i]) <= FLT_MAX ? 1 : 0;
    return finite;
}

} // namespace

bool areFinite(std::span<const float> x)
{
    return countFinite(x.data(), x.size()) == static_cast<std::int64_t>(x.size());
}

double quantizationError(std::span<const float> x, float scale, CodeLimits limits)
{
    PartialSums sums;
    addErrors(x.data(), x.size(), scale, Bounds(limits), sums.sum);
    return sums.total();
}

RefitSums refitSums(std::span<const float> x, float scale, CodeLimits limits)
{
    PartialSums product;
    PartialSums square;
    addRefits(x.data(), x.size(), scale, Bounds(limits), product.sum, square.sum);
    return {product.total(), square.total()};
}

void quantizeUniform(std::span<const float> x, float scale, CodeLimits limits,
                     std::int32_t zeroPoint, std::span<std::int32_t> codes, std::span<float> values)
{
    quantizeLoop(x.data(), x.size(), scale, Bounds(limits), zeroPoint, codes.data(), values.data());
}

void fakeQuantizeUniform(std::span<const float> x, float scale, CodeLimits limits,
                         std::span<float> out)
{
    fakeQuantizeLoop(x.data(), x.size(), scale, Bounds(limits), out.data());
}

void ternarize(std::span<const float> x, float least, float scale, std::span<std::int32_t> codes,
               std::span<float> values)
{
    ternarizeLoop(x.data(), x.size(), least, scale, codes.data(), values.data());
}

void binarize(std::span<const float> x, float scale, std::span<std::int32_t> codes,
              std::span<float> values)
{
    binarizeLoop(x.data(), x.size(), scale, codes.data(), values.data());
}

double sumOfMagnitudes(std::span<const float> x)
{
    PartialSums sums;
    addMagnitudes(x.data(), x.size(), sums.sum);
    return sums.total();
}

MagnitudeSum magnitudesAbove(std::span<const float> x, float threshold)
{
    PartialSums sums;
    PartialSums numbers;
    addMagnitudesAbove(x.data(), x.size(), threshold, sums.sum, numbers.sum);
    return {sums.total(), static_cast<std::int64_t>(numbers.total())};
}

Extremes extremesWithZero(std::span<const float> x)
{
    float lowest[kPartialSums] = {};
    float highest[kPartialSums] = {};
    updateExtremes(x.data(), x.size(), lowest, highest);
    return {*std::ranges::min_element(lowest), *std::ranges::max_element(highest)};
}

} // namespace quantloupe
