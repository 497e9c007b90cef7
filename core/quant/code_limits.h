// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quant_spec.h"

#include <cstdint>

namespace quantloupe {

/// The whole multiples of the scale that a uniform quantizer can represent: -below..above. Zero is
/// always among them. Code = multiple + zero point; for a symmetric mapping the zero point is 0.
struct CodeLimits
{
    std::int32_t below = 0;
    std::int32_t above = 0;
    bool operator==(const CodeLimits &) const = default;
};

/// Symmetric: narrow +-(2^(b-1) - 1), full -2^(b-1)..2^(b-1) - 1.
constexpr CodeLimits symmetricLimits(int bits, CodeRange range)
{
    const std::int32_t half = std::int32_t{1} << (bits - 1);
    return {range == CodeRange::Full ? half : half - 1, half - 1};
}

/// Asymmetric codes are 0..2^b - 1, so multiples are -zeroPoint..2^b - 1 - zeroPoint.
constexpr CodeLimits affineLimits(std::int32_t quantMax, std::int32_t zeroPoint)
{
    return {zeroPoint, quantMax - zeroPoint};
}

constexpr std::int32_t affineQuantMax(int bits)
{
    return (std::int32_t{1} << bits) - 1;
}

} // namespace quantloupe
