// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// OpenCV's filters. Only Area looks at every pixel of a picture that shrinks (an exact box); the
/// others do not antialias. Area is Linear where a picture grows.
enum class ResizeFilter { Area, Nearest, Linear, Cubic, Lanczos };

/// "area", "nearest", "linear", "cubic", "lanczos".
std::string_view name(ResizeFilter filter);
const std::vector<std::string> &resizeFilterNames();
/// Throws Error{BadInput} for any other text.
ResizeFilter parseResizeFilter(std::string_view text);

/// width x height pixels, whatever the proportions were. Returns the image itself where nothing is
/// to do.
Image resized(const Image &image, int width, int height, ResizeFilter filter);

/// The largest centred square; of an odd remainder the smaller part is cut left and above.
Image centerSquare(const Image &image);

/// Grey repeated in three channels; a picture in colours is returned as it is.
Image toRgb(const Image &image);

} // namespace quantloupe
