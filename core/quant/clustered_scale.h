// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace quantloupe {

/// The scale of least squared error, with multiples 0..quantMax, of values whose magnitudes lie so
/// close together, far from zero, that the finest levels are hardly closer: their error
/// jumps up and down with the scale, because all of them change codes at almost the same scales,
/// and a search that goes downhill gets stuck. 0 for any other values. Deterministic; up to a few
/// milliseconds for such values and one pass for others.
///
/// Codes change where x = (m + 1/2) scale, so between two such scales the best one has a closed
/// form, sum(m x) / sum(m^2). Tried are those next to the thresholds of some of the values; sums
/// over sorted values give each error without looking at all of them.
double clusteredScale(std::span<const float> values, std::int32_t quantMax);

} // namespace quantloupe
