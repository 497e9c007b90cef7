// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/adversarial_loss.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace quantloupe {

at::Tensor discriminatorLoss(AdversarialLoss loss, const at::Tensor &real, const at::Tensor &fake)
{
    if (loss == AdversarialLoss::Hinge)
        return at::relu(1 - real).mean() + at::relu(1 + fake).mean();
    return at::softplus(-real).mean() + at::softplus(fake).mean();
}

at::Tensor generatorLoss(AdversarialLoss loss, const at::Tensor &fake, int top)
{
    const at::Tensor scores =
        top > 0 ? std::get<0>(at::topk(fake.flatten(), std::min<std::int64_t>(top, fake.numel())))
                : fake;
    return loss == AdversarialLoss::Hinge ? -scores.mean() : at::softplus(-scores).mean();
}

at::Tensor gradientPenalty(const Trainable &discriminator, const NetworkInput &pictures)
{
    const at::Tensor input = pictures.values.detach().requires_grad_(true);
    // Each score depends on its own picture alone, so the gradient of the sum has all of them.
    const at::Tensor total = discriminator.forward({input, pictures.labels}, Pass{}).sum();
    const at::Tensor gradient = torch::autograd::grad({total}, {input}, {}, /*retain_graph=*/true,
                                                      /*create_graph=*/true)
                                    .at(0);
    return gradient.square().sum() / static_cast<double>(input.size(0));
}

} // namespace quantloupe
