// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor_values.h"

#include <ATen/core/Tensor.h>

namespace quantloupe {

std::span<const float> valuesOf(const at::Tensor &tensor)
{
    return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

std::span<const float> valuesOf(const at::Tensor &tensor, std::size_t sample)
{
    const auto size = static_cast<std::size_t>(tensor.numel() / tensor.size(0));
    return valuesOf(tensor).subspan(sample * size, size);
}

} // namespace quantloupe
