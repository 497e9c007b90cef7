// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/whole_scale.h"

#include <cmath>

namespace quantloupe {

namespace {

/// The reciprocal of a reciprocal need not be the number again.
constexpr double kRounding = 1e-9;

} // namespace

double wholeScaleUpTo(double scale)
{
    if (scale <= 0)
        return 0;
    return scale >= 1 ? std::floor(scale + kRounding) : 1 / std::ceil(1 / scale - kRounding);
}

double wholeScaleFrom(double scale)
{
    return scale > 1 ? std::ceil(scale - kRounding) : 1 / std::floor(1 / scale + kRounding);
}

} // namespace quantloupe
