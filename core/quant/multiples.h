// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cfloat>
#include <cmath>

namespace quantloupe {

/// Adding 1.5 * 2^23 leaves no fraction bits, so the addition itself rounds to nearest even.
inline constexpr float kRoundingShift = 12582912.0F;

/// round(x / scale), clamped to whole bounds of at most 65535. Clamping before rounding gives the
/// same multiple, because the bounds are whole, and keeps the shift exact. 0 comes out as +0.
inline float multipleOf(float x, float scale, float lowest, float highest)
{
    float t = x / scale;
    t = t > lowest ? t : lowest;
    t = t < highest ? t : highest;
    return (t + kRoundingShift) - kRoundingShift;
}

inline float finiteOrZero(float x)
{
    return std::fabs(x) <= FLT_MAX ? x : 0.0F;
}

} // namespace quantloupe
