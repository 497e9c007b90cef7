// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/swd.h"

namespace quantloupe {

/// Throws Error{BadInput} in one sentence if a distance of these sets is not defined (see swd()).
void requireComparable(const ImageStack &a, const ImageStack &b);

/// Throws Error{BadInput} if the request's numbers are not positive or its fixed draws do not fit
/// the levels, the pictures and the channels of comparable sets.
void requireFits(const SwdRequest &request, const ImageStack &set);

} // namespace quantloupe
