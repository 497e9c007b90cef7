// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

namespace quantloupe {

/// The largest centred part of `image` with the wanted proportions, resized to width x height:
/// OpenCV's INTER_AREA when it shrinks (an exact box filter), INTER_CUBIC when it grows. Returns
/// the image itself where nothing is to do.
Image fitted(const Image &image, int width, int height);

} // namespace quantloupe
