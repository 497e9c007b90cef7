// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/code_limits.h"

#include <cstdint>
#include <span>

namespace quantloupe {

/// How large the error of a uniform quantizer with a given scale is, and which scale would suit
/// its codes better. The search below sees the data through this alone, so that the fast loops,
/// the reference loops and a histogram share one definition of the search.
class ErrorMeasure
{
public:
    virtual ~ErrorMeasure() = default;
    /// Sum of squared errors with this scale.
    virtual double error(float scale, CodeLimits limits) const = 0;
    /// sum(m x) / sum(m^2) for the multiples m this scale gives: the closed-form best scale for
    /// these codes; 0 where all codes are zero or no such form is known.
    virtual double refit(float scale, CodeLimits limits) const = 0;
};

/// What is quantized. `lowest` <= 0 <= `highest` are finite.
struct RangeProblem
{
    const ErrorMeasure &measure;
    float lowest = 0;
    float highest = 0;
    /// The values themselves (finite), where they are few enough to be looked at one by one; their
    /// number tells how ragged the error is as a function of the scale. Empty for a histogram.
    std::span<const float> values = {};

    bool isZero() const { return lowest == 0 && highest == 0; }
};

struct AffineRange
{
    float scale = 1;
    std::int32_t zeroPoint = 0;
    bool operator==(const AffineRange &) const = default;
};

/// A scale that neither vanishes nor lets a value overflow: at least the smallest normal float
/// (smaller weights lose codes, nothing else), at most 3.4e38 / the largest multiple.
float usableScale(double scale, CodeLimits limits);

/// The least scale at which no value between these two is clipped, max(highest / above, -lowest /
/// below); 0 where both are 0, or lie on a side without codes.
double coveringScale(float lowest, float highest, CodeLimits limits);
/// Min-max, symmetric: coveringScale(), which is max|x| / quantMax for the narrow range. Zeros: 1.
float minMaxScale(float lowest, float highest, CodeLimits limits);
/// Min-max, asymmetric, codes 0..quantMax: scale = (highest - lowest) / quantMax, zero point =
/// clamp(round(-lowest / scale)), in double; zero is a level. All zeros: scale 1, zero point 0.
AffineRange minMaxAffine(float lowest, float highest, std::int32_t quantMax);
/// The zero point of minMaxAffine(), under the least scale at which no value between these two is
/// clipped: where that function shifts the range so that zero is a level, this one widens it, as
/// OpenVINO's Post-training Optimization Tool. A side with values has a code, which may move the
/// zero point by one. lowest <= 0 <= highest; quantMax is 2 or more. All zeros: scale 1, zero
/// point 0.
AffineRange widenedAffine(float lowest, float highest, std::int32_t quantMax);

/// MSE clip: the scale of least measured error, never worse than `minMaxScale`. For 2 to 8 bits
/// it is within 1e-5 of the least possible error of any values, which is proven but for rounding
/// the scale to a normal float (BoundedScaleSearch), and within 0.1 % of that of a histogram
/// (ScaleSearch).
float mseScale(const RangeProblem &problem, CodeLimits limits);
/// The power of two of least measured error, of the least that clips nothing and all below it that
/// can err less. The problem has values; both limits are 1 or more. All zeros: 1.
float pow2Scale(const RangeProblem &problem, CodeLimits limits);
/// The scale of a method with hasRange().
float symmetricScale(const RangeProblem &problem, WeightMethod method, CodeLimits limits);
/// Mse over scale and zero point, both ends of the range shrinking on their own. Never worse than
/// `minMaxAffine`. Within 0.1 % of the least possible error for 2 to 8 bits, but where a few of
/// thousands carry nearly all of the error, or where values of both signs lie in narrow clusters.
AffineRange mseAffine(const RangeProblem &problem, std::int32_t quantMax);
/// The same with a pass over all values for each error, which takes long where there are many:
/// mseAffine() then sorts them (sorted_measure.h). What that is compared with.
AffineRange plainMseAffine(const RangeProblem &problem, std::int32_t quantMax);

} // namespace quantloupe
