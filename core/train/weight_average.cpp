// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/weight_average.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr double kRampUp = 0.05;

} // namespace

void updateAverage(const Trainable &average, const Trainable &network, double halfLife, int batch,
                   std::int64_t stepsDone)
{
    const at::NoGradGuard noGradients;
    const double seen = static_cast<double>(stepsDone) * batch;
    const double kept = std::exp2(-batch / std::max(std::min(halfLife, seen * kRampUp), 1e-8));
    const std::vector<NamedTensor> target = average.parameters();
    const std::vector<NamedTensor> source = network.parameters();
    for (std::size_t i = 0; i < target.size(); ++i)
        target[i].tensor.lerp_(source[i].tensor, 1 - kept);
}

void reestimateStatistics(const Trainable &network, int batches,
                          const std::function<NetworkInput(std::int64_t)> &input)
{
    const at::NoGradGuard noGradients;
    if (network.buffers().empty())
        return;
    // With the weight 1 / (i + 1) the running value is the mean of all batches so far.
    for (int i = 0; i < batches; ++i)
        network.forward(input(i), Pass{true, 1.0 / (i + 1)});
}

} // namespace quantloupe
