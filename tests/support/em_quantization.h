// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/em_fit.h"
#include "weight_quantization.h"

#include <cmath>

/// What tests of the EM quantizer share.
namespace em_quantization {

using namespace weight_quantization;

inline SortedWeights sorted(const Values &weights)
{
    return sortedWeights({weights, static_cast<std::int64_t>(weights.size())});
}

inline QuantizedTensor em(const Values &weights, int bits)
{
    return quantize(weights, flat(weights), weightSpec("w" + std::to_string(bits) + ":em"));
}

/// How far it is from what is expected, as a share of that.
inline double relative(double value, double expected)
{
    return std::fabs(value / expected - 1);
}

} // namespace em_quantization
