// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_stack.h"

#include <cstddef>
#include <vector>

namespace quantloupe {

inline constexpr int kCoarsestSide = 16;

/// Sides of the levels from the finest on: `side`, then halves (rounded up) down to 16 or more.
/// Empty under 16.
std::vector<int> pyramidSides(int side);

/// Level `level` of the Laplacian pyramid (Burt and Adelson 1983) of a picture: rows from top to
/// bottom, channels interleaved, values of the scale 0..255. Each level but the last is the
/// picture halved `level` times less what is left of it when it is halved and doubled once more;
/// the last is the halved picture. Filter 1 4 6 4 1 in both directions, borders reflected without
/// the outermost pixel (OpenCV's pyrDown and pyrUp).
std::vector<float> laplacianLevel(const ImageStack &stack, std::size_t picture, std::size_t level);

} // namespace quantloupe
