// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <optional>

namespace quantloupe {

/// Distances of 8-bit pictures of the same size and channels; Error{Internal} otherwise. A value
/// that cannot be computed is absent, for the one reason given.

/// Peak signal-to-noise ratio in dB, peak 255, the squared error averaged over all pixels and
/// channels jointly. Absent when the pictures are identical (the ratio is infinite) or empty.
std::optional<double> psnr(const Image &a, const Image &b);

/// Structural similarity (Wang et al., IEEE TIP 2004, equation 13): Gaussian window 11 x 11 with
/// sigma 1.5, population moments, K1 = 0.01, K2 = 0.03, L = 255; the mean over all windows that
/// lie wholly inside (no padding) and over the channels. Absent when a side is under 11 pixels.
std::optional<double> ssim(const Image &a, const Image &b);

} // namespace quantloupe
