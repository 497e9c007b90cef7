// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/channel_quantizers.h"

#include <vector>

namespace quantloupe {

/// What the codes 0..levels.size() - 1 of one scale stand for. `levels` and `thresholds` ascend; x
/// gets the code c for which thresholds[c - 1] <= x < thresholds[c]; codes that nothing reaches
/// have the threshold of the code after them, the last ones an infinite one. levels.size() is a
/// power of two and thresholds.size() one less.
struct Codebook
{
    std::vector<float> levels;
    std::vector<float> thresholds;
};

/// Thresholds midway between neighbouring levels, which ascend: everything gets the nearest one,
/// halves the upper. Of equal levels the first alone is reached.
Codebook nearestCodebook(const std::vector<double> &levels);

/// The nearest finite float.
float finiteFloat(double number);
/// The least float that is not below `number`.
float leastFloatFrom(double number);

/// codes[i] = number of thresholds at or below x[i], values[i] = its level. `x` holds no NaN.
void applyCodebook(const Codebook &codebook, std::span<const float> x, ChannelCodes out);
/// The first half of it: as many ascending thresholds as a power of two less one.
void applyThresholds(std::span<const float> thresholds, std::span<const float> x,
                     std::span<std::int32_t> codes);
/// The second: values[i] = levels[codes[i]].
void lookUp(std::span<const float> levels, std::span<const std::int32_t> codes,
            std::span<float> values);

} // namespace quantloupe
