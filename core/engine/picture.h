// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "image/image.h"
#include "model/generator.h"

#include <ATen/core/Tensor.h>

namespace quantloupe {

/// The network's output as float32 [batch, channels, height, width], contiguous; rows of values
/// are given the generator's picture shape.
at::Tensor pictureTensor(const at::Tensor &output, const Shape &picture);

/// One sample of a picture tensor as 8 bits: range.low becomes 0, range.high 255, rounded to
/// nearest, clamped; values that are not finite become 0.
Image toImage(const at::Tensor &pictures, std::int64_t sample, ValueRange range);

/// An 8-bit picture as [1, channels, height, width] in the given range; grey and RGB are converted
/// into each other and the size must fit.
at::Tensor toTensor(const Image &image, const Shape &shape, ValueRange range);

} // namespace quantloupe
