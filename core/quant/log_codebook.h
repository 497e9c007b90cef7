// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/channel_quantizers.h"
#include "quant/power_kernels.h"

namespace quantloupe {

/// The exponents of a scale whose largest magnitude is `largest`, which is above 0.
PowerRange powerRange(float largest, int bits);

/// The ascending levels of both signs.
Levels levelsOf(PowerRange range);

} // namespace quantloupe
