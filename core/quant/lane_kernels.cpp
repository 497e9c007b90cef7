// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/lane_kernels.h"

#include "base/cpu_clones.h"
#include "quant/multiples.h"

#include <cstddef>

namespace quantloupe {

namespace {

QUANTLOUPE_CPU_CLONES
void widenLoop(const float *__restrict x, std::size_t count, float *__restrict lowest,
               float *__restrict highest)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float number = finiteOrZero(x[i]);
        lowest[i] = number < lowest[i] ? number : lowest[i];
        highest[i] = number > highest[i] ? number : highest[i];
    }
}

struct RangePointers
{
    const float *__restrict scale;
    const float *__restrict lowest;
    const float *__restrict highest;
    const std::int32_t *__restrict zeroPoint;
};

QUANTLOUPE_CPU_CLONES
void quantizeLoop(const float *__restrict x, std::size_t count, RangePointers lanes,
                  std::int32_t *__restrict codes, float *__restrict values)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float m =
            multipleOf(finiteOrZero(x[i]), lanes.scale[i], lanes.lowest[i], lanes.highest[i]);
        codes[i] = static_cast<std::int32_t>(m) + lanes.zeroPoint[i];
        values[i] = lanes.scale[i] * m;
    }
}

QUANTLOUPE_CPU_CLONES
std::int32_t addMagnitudes(const float *__restrict x, std::size_t count, double *__restrict sums)
{
    std::int32_t finite = 0;
    for (std::size_t i = 0; i < count; ++i) {
        finite += std::fabs(x[i]) <= FLT_MAX ? 1 : 0;
        sums[i] += std::fabs(finiteOrZero(x[i]));
    }
    return finite;
}

QUANTLOUPE_CPU_CLONES
void addNonFinite(const float *__restrict x, std::size_t count, std::int32_t *__restrict numbers)
{
    for (std::size_t i = 0; i < count; ++i)
        numbers[i] += std::fabs(x[i]) <= FLT_MAX ? 0 : 1;
}

QUANTLOUPE_CPU_CLONES
void addMagnitudesAbove(const float *__restrict x, std::size_t count,
                        const float *__restrict thresholds, double *__restrict sums,
                        std::int32_t *__restrict numbers)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float magnitude = std::fabs(finiteOrZero(x[i]));
        // A choice between two sums would become a branch.
        const bool isAbove = magnitude > thresholds[i];
        sums[i] += magnitude * (isAbove ? 1.0F : 0.0F);
        numbers[i] += isAbove ? 1 : 0;
    }
}

QUANTLOUPE_CPU_CLONES
void ternarizeLoop(const float *__restrict x, std::size_t count, const float *__restrict least,
                   const float *__restrict scales, std::int32_t *__restrict codes,
                   float *__restrict values)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float number = finiteOrZero(x[i]);
        const std::int32_t code = (number >= least[i] ? 1 : 0) - (-number >= least[i] ? 1 : 0);
        codes[i] = code;
        values[i] = scales[i] * static_cast<float>(code);
    }
}

QUANTLOUPE_CPU_CLONES
void binarizeLoop(const float *__restrict x, std::size_t count, const float *__restrict scales,
                  std::int32_t *__restrict codes, float *__restrict values)
{
    for (std::size_t i = 0; i < count; ++i) {
        const bool isNegative = finiteOrZero(x[i]) < 0;
        codes[i] = isNegative ? -1 : 1;
        values[i] = isNegative ? -scales[i] : scales[i];
    }
}

} // namespace

void LaneRanges::append(std::size_t lanes, float laneScale, CodeLimits limits,
                        std::int32_t laneZeroPoint)
{
    scale.insert(scale.end(), lanes, laneScale);
    lowest.insert(lowest.end(), lanes, -static_cast<float>(limits.below));
    highest.insert(highest.end(), lanes, static_cast<float>(limits.above));
    zeroPoint.insert(zeroPoint.end(), lanes, laneZeroPoint);
}

void widenExtremes(std::span<const float> x, std::span<float> lowest, std::span<float> highest)
{
    widenLoop(x.data(), x.size(), lowest.data(), highest.data());
}

void quantizeLanes(std::span<const float> x, const LaneRanges &ranges,
                   std::span<std::int32_t> codes, std::span<float> values)
{
    quantizeLoop(
        x.data(), x.size(),
        {ranges.scale.data(), ranges.lowest.data(), ranges.highest.data(), ranges.zeroPoint.data()},
        codes.data(), values.data());
}

std::size_t addMagnitudeLanes(std::span<const float> x, std::span<double> sums)
{
    return static_cast<std::size_t>(addMagnitudes(x.data(), x.size(), sums.data()));
}

void addNonFiniteLanes(std::span<const float> x, std::span<std::int32_t> numbers)
{
    addNonFinite(x.data(), x.size(), numbers.data());
}

void addMagnitudeLanesAbove(std::span<const float> x, std::span<const float> thresholds,
                            std::span<double> sums, std::span<std::int32_t> numbers)
{
    addMagnitudesAbove(x.data(), x.size(), thresholds.data(), sums.data(), numbers.data());
}

void ternarizeLanes(std::span<const float> x, std::span<const float> least,
                    std::span<const float> scales, std::span<std::int32_t> codes,
                    std::span<float> values)
{
    ternarizeLoop(x.data(), x.size(), least.data(), scales.data(), codes.data(), values.data());
}

void binarizeLanes(std::span<const float> x, std::span<const float> scales,
                   std::span<std::int32_t> codes, std::span<float> values)
{
    binarizeLoop(x.data(), x.size(), scales.data(), codes.data(), values.data());
}

} // namespace quantloupe
