// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/trainable.h"
#include "train/training_settings.h"

namespace quantloupe {

/// Scores are the discriminator's raw outputs, large for real pictures; the losses are scalars.
/// Non-saturating (Goodfellow et al. 2014, section 3): softplus(-real) + softplus(fake), and
/// softplus(-fake) for the generator. Hinge (Lim, Ye 2017; Miyato et al. 2018, equations 16, 17):
/// max(0, 1 - real) + max(0, 1 + fake), and -fake. All are means over the batch; that of the
/// generator over the `top` best rated pictures alone unless `top` is 0 (Sinha et al. 2020, "Top-k
/// Training of GANs"): what lies between two kinds of pictures is not pulled to both.
at::Tensor discriminatorLoss(AdversarialLoss loss, const at::Tensor &real, const at::Tensor &fake);
at::Tensor generatorLoss(AdversarialLoss loss, const at::Tensor &fake, int top = 0);

/// E |dD(x)/dx|^2 over the pictures of a batch, each rated as one of its class: R1 without its
/// gamma / 2 (Mescheder, Geiger, Nowozin 2018, equation 9). Differentiable by the discriminator's
/// parameters.
at::Tensor gradientPenalty(const Trainable &discriminator, const NetworkInput &pictures);

} // namespace quantloupe
