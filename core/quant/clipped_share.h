// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/activation_range.h"

namespace quantloupe {

/// Share of what was seen that lies outside the range, 0..1; values within a bin count as evenly
/// spread. Zero where nothing was seen.
double clippedShare(const ActivationHistogram &seen, const ActivationRange &range);

} // namespace quantloupe
