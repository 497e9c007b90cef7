// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/even_kernel.h"

#include <ATen/ATen.h>

namespace quantloupe {

void makeEven(const at::Tensor &kernels)
{
    const at::NoGradGuard noGradients;
    const at::Tensor alternating =
        at::arange(4, kernels.options()).remainder(2).mul(-2).add(1).div(2);
    const at::Tensor projection =
        at::eye(4, kernels.options()) - at::outer(alternating, alternating);
    kernels.copy_(projection.matmul(kernels).matmul(projection));
}

} // namespace quantloupe
