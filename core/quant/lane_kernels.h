// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/code_limits.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quantloupe {

/// The inner loops over rows that hold several channels side by side: every element of a row, here
/// called a lane, has numbers of its own, those of its channel. Lane by lane they do what
/// uniform_kernels.h does channel by channel. All spans of a call are equally long, and a
/// non-finite x counts as 0.

/// What is known of each lane's channel.
struct LaneRanges
{
    std::vector<float> scale;
    /// Multiples.
    std::vector<float> lowest;
    std::vector<float> highest;
    std::vector<std::int32_t> zeroPoint;

    void append(std::size_t lanes, float laneScale, CodeLimits limits, std::int32_t laneZeroPoint);
};

/// lowest <= x <= highest hereafter.
void widenExtremes(std::span<const float> x, std::span<float> lowest, std::span<float> highest);
void quantizeLanes(std::span<const float> x, const LaneRanges &ranges,
                   std::span<std::int32_t> codes, std::span<float> values);

/// sums += |x|; returns how many x are finite.
std::size_t addMagnitudeLanes(std::span<const float> x, std::span<double> sums);
/// numbers += 1 where x is not finite.
void addNonFiniteLanes(std::span<const float> x, std::span<std::int32_t> numbers);
/// sums += |x| and numbers += 1 where |x| > threshold.
void addMagnitudeLanesAbove(std::span<const float> x, std::span<const float> thresholds,
                            std::span<double> sums, std::span<std::int32_t> numbers);
void ternarizeLanes(std::span<const float> x, std::span<const float> least,
                    std::span<const float> scales, std::span<std::int32_t> codes,
                    std::span<float> values);
void binarizeLanes(std::span<const float> x, std::span<const float> scales,
                   std::span<std::int32_t> codes, std::span<float> values);

} // namespace quantloupe
