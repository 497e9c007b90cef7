// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sequential_chain.h"

#include <cstddef>
#include <vector>

namespace quantloupe {

/// What a picture of a side that published generators do not have costs a reading: it is offered
/// only where nothing else fits.
inline constexpr double kUncommonSideCost = 5;

/// Which plain convolutions a nearest-neighbour upsampling precedes.
enum class Upsampling { None, AllButLast, All };

/// Gives the convolutions of `chain` every plausible stride, padding and enlargement and appends
/// what ends in a square picture of at least 8x8 to `found`, with the cost of its choices added,
/// until that holds `most`.
void addGeometries(const Chain &chain, Upsampling upsampling, std::vector<Chain> &found,
                   std::size_t most);

} // namespace quantloupe
