// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/swd_draws.h"

#include <string>
#include <vector>

namespace quantloupe {

/// Fixed draws from FILE.safetensors[:PREFIX]. Tensors are called [PREFIX.]level<i>.<what>, i from
/// 0 (finest) on without a gap; others are left aside. Both throw Error{BadInput} that names the
/// file and the tensor if one is missing or has another type or shape, Error{Io}.

/// `a.center_x`, `a.center_y`, `b.center_x`, `b.center_y`: int16, one for each patch of each
/// picture, picture by picture.
std::vector<SwdCenters> readSwdCenters(const std::string &source);

/// `directions`: float32, repeats x components x directions or components x directions, of unit
/// length to 1e-3. Lengths of 12 or so are a common mistake that scales the distance.
std::vector<SwdDirections> readSwdDirections(const std::string &source);

} // namespace quantloupe
