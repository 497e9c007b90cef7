// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <ATen/core/Tensor.h>

namespace quantloupe {

/// N x channels x height x width in -1..1 as a square of pictures, by rows, missing ones grey.
Image gridOf(const at::Tensor &pictures);

} // namespace quantloupe
