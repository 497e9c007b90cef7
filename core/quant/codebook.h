// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/channel_quantizers.h"

#include <vector>

namespace quantloupe {

/// What the codes 0..levels.size() - 1 of one scale stand for. `levels` and `thresholds` ascend; x
/// gets the code c for which thresholds[c - 1] <= x < thresholds[c]; codes that nothing reaches
/// have an infinite threshold. levels.size() is a power of two and thresholds.size() one less.
struct Codebook
{
    std::vector<float> levels;
    std::vector<float> thresholds;
};

/// Thresholds midway between neighbouring levels, which ascend: everything gets the nearest one,
/// halves the upper. Nothing gets a level equal to the one before it.
Codebook nearestCodebook(const std::vector<double> &levels);

/// The nearest finite float.
float finiteFloat(double number);
/// The least float that is not below `number`.
float leastFloatFrom(double number);

/// codes[i] = number of thresholds at or below x[i], values[i] = its level. `x` holds no NaN.
void applyCodebook(const Codebook &codebook, std::span<const float> x, ChannelCodes out);

} // namespace quantloupe
