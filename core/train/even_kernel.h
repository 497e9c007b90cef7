// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace quantloupe {

/// Replaces each 4x4 kernel of a transposed convolution of stride 2 by the nearest one that is
/// nearest-neighbour upsampling followed by a 3x3 convolution: a sum of 2x2 boxes (the fused form
/// of Karras et al. 2018, "Progressive Growing of GANs"). Such kernels turn flat maps into flat
/// maps and draw no checkerboard (Odena, Dumoulin, Olah 2016, "Deconvolution and Checkerboard
/// Artifacts"). In one dimension they are those orthogonal to (1, -1, 1, -1). Shape: any x any x
/// 4 x 4; in place, outside of gradients.
void makeEven(const at::Tensor &kernels);

} // namespace quantloupe
