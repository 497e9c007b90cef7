// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/stated_assumptions.h"
#include "train/network_program.h"

#include <string_view>

namespace quantloupe {

/// What the generator's transposed convolutions of stride 2 may learn.
enum class Upsampling {
    Free,   ///< Any kernel.
    Nearest ///< Nearest-neighbour upsampling and a 3x3 convolution (train/even_kernel.h).
};

/// "free", "nearest".
std::string_view name(Upsampling upsampling);
/// Throws Error{BadInput} for any other text.
Upsampling parseUpsampling(std::string_view text);

/// Sizes of a DCGAN (Radford, Metz, Chintala 2016).
struct DcganShape
{
    /// Of the square pictures: a power of two, 8 to 1024.
    int side = 64;
    int channels = 3;
    int latent = 100;
    /// Features of the generator's last hidden map and of the discriminator's first one; each map
    /// of half the side has twice as many.
    int width = 32;
    Upsampling upsampling = Upsampling::Free;
    /// 0 for networks that are given no class.
    int classes = 0;
};

/// latent x 1 x 1 -> transposed convolution 4x4 to 4x4 -> [transposed convolution 4x4, stride 2,
/// doubles the side]... -> tanh; batch norm and ReLU between them. Values in -1..1. Keys are those
/// of a Sequential called `main`. With classes the latent is joined with a learned embedding of its
/// class (Mirza, Osindero 2014, "Conditional Generative Adversarial Nets"), N(0, 1) at first, of
/// min(classes, 64) values; its key is that of an Embedding called `embedding`. Weights N(0, 0.02)
/// and norm gains N(1, 0.02) as in the paper. Throws Error{BadInput} for an impossible shape.
NetworkProgram dcganGenerator(const DcganShape &shape);

/// Convolutions 4x4 with stride 2 down to 4x4, leaky ReLU (0.2) between them, and one of 4x4 to a
/// single value per picture, N x 1 x 1 x 1. With classes the last one has an output for each of
/// them, and the value of a picture is that of its class, N x 1 (Choi et al. 2020, "StarGAN v2",
/// section 2.1). No norms, because the gradient penalty is of each picture alone; weights N(0, 2 /
/// (1 + 0.2^2) / fan-in) (He et al. 2015), biases 0.
NetworkProgram dcganDiscriminator(const DcganShape &shape);

/// What the generator's state dict cannot tell.
StatedAssumptions dcganAssumptions(const DcganShape &shape);

} // namespace quantloupe
