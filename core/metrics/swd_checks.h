// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/swd.h"

#include <string>

namespace quantloupe {

/// Throws Error{BadInput} in one sentence if a distance of these sets is not defined (see swd()).
void requireComparable(const ImageStack &a, const ImageStack &b);

/// Throws Error{BadInput} if the request's numbers are not positive or its fixed draws do not fit
/// the levels, the pictures and the channels of comparable sets.
void requireFits(const SwdRequest &request, const ImageStack &set);

/// "SWD", or "SWD-grey" for one channel.
std::string swdName(int channels);

/// Whether it is the published metric (see SwdResult::standard); the set's pixels do not matter.
bool isPublishedSetting(const ImageStack &set, const SwdRequest &request);

} // namespace quantloupe
