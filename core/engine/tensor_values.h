// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace at {
class Tensor;
}

namespace quantloupe {

/// All values of a contiguous float tensor; they live as long as it does.
std::span<const float> valuesOf(const at::Tensor &tensor);
/// Those of one sample, which is the first dimension.
std::span<const float> valuesOf(const at::Tensor &tensor, std::size_t sample);

} // namespace quantloupe
