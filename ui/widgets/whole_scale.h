// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace quantloupe {

/// Scales at which every pixel of a picture counts alike: n device pixels for one of the picture,
/// or one for n by n. This is the largest up to `scale`, 0 where that is not positive.
double wholeScaleUpTo(double scale);
/// The smallest from `scale` on, which is positive.
double wholeScaleFrom(double scale);

} // namespace quantloupe
