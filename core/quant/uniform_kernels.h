// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/code_limits.h"

#include <cstdint>
#include <span>

namespace quantloupe {

/// The inner loops of uniform quantizers, made for several instruction sets. All use
/// m = clamp(round(x / scale), -below, above), nearest even, value = scale * m, in float; `scale`
/// is a positive normal float, limits are at most 65535, `x` holds no NaN. Sums are those of
/// partial_sums.h.

/// Whether all are finite numbers.
bool areFinite(std::span<const float> x);

/// Sum of (x - value)^2, the difference in float and its square in double.
double quantizationError(std::span<const float> x, float scale, CodeLimits limits);

struct RefitSums
{
    double codeTimesValue = 0;
    double codeSquared = 0;
};
/// Sums of m x and of m^2: their quotient is the best scale for these codes.
RefitSums refitSums(std::span<const float> x, float scale, CodeLimits limits);

/// codes[i] = m + zeroPoint, values[i] = scale * m.
void quantizeUniform(std::span<const float> x, float scale, CodeLimits limits,
                     std::int32_t zeroPoint, std::span<std::int32_t> codes,
                     std::span<float> values);

/// out[i] = scale * m, NaN as 0; `out` may be `x`.
void fakeQuantizeUniform(std::span<const float> x, float scale, CodeLimits limits,
                         std::span<float> out);

/// codes[i] = 1 where x >= least, -1 where -x >= least, else 0; values[i] = scale * codes[i].
/// `least` is above 0.
void ternarize(std::span<const float> x, float least, float scale, std::span<std::int32_t> codes,
               std::span<float> values);
/// codes[i] = 1 where x >= 0, else -1; values[i] = scale * codes[i].
void binarize(std::span<const float> x, float scale, std::span<std::int32_t> codes,
              std::span<float> values);

double sumOfMagnitudes(std::span<const float> x);
struct MagnitudeSum
{
    double sum = 0;
    std::int64_t count = 0;
};
/// Sum and number of |x| > threshold.
MagnitudeSum magnitudesAbove(std::span<const float> x, float threshold);

struct Extremes
{
    float lowest = 0;
    float highest = 0;
};
/// The smallest and largest of 0 and all finite values.
Extremes extremesWithZero(std::span<const float> x);

} // namespace quantloupe
