// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/frechet_bootstrap.h"

#include "metrics/features/stats_tensors.h"
#include "metrics/features/tensor_threads.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

/// Products of about a minute on one core.
constexpr double kMostProducts = 2e11;
/// Cubes of the dimension that an eigendecomposition costs, about.
constexpr double kEigenCubes = 25;

/// Features less their mean, whose products lose no digits then, and the mean.
struct CentredFeatures
{
    at::Tensor rows;
    at::Tensor mean;
};

CentredFeatures centred(const Features &features)
{
    const at::Tensor rows = rowTensor(features.values.data(), features.count, features.dimension);
    const at::Tensor mean = rows.mean(0);
    return {rows - mean, mean};
}

FeatureStats weightedStats(const CentredFeatures &features, std::vector<double> &weights,
                           const FeatureIdentity &identity)
{
    const auto dimension = static_cast<std::size_t>(features.rows.size(1));
    const double n = static_cast<double>(weights.size());
    const at::Tensor weight = vectorTensor(weights);
    const at::Tensor shift = at::mv(features.rows.t(), weight) / n;
    const at::Tensor scatter =
        at::mm(features.rows.t(), features.rows * weight.unsqueeze(1)) - n * shift.outer(shift);
    FeatureStats stats{identity,
                       weights.size(),
                       std::vector<double>(dimension),
                       std::vector<double>(dimension * dimension),
                       {}};
    vectorTensor(stats.mean).copy_(features.mean + shift);
    squareTensor(stats.covariance, dimension).copy_(scatter / (n - 1));
    return stats;
}

} // namespace

bool canBootstrapFrechet(std::size_t samples, std::size_t dimension)
{
    const double n = static_cast<double>(samples);
    const double d = static_cast<double>(dimension);
    return 2 * kFrechetResamples * (n * d * d + kEigenCubes * d * d * d) < kMostProducts;
}

MetricInterval frechetDeltaInterval(const FrechetReference &set, const PairedFeatures &features,
                                    double delta, const BootstrapPlan &plan,
                                    const RunContext &context)
{
    const at::NoGradGuard noGradients;
    const CentredFeatures reference = centred(features.reference);
    const CentredFeatures quantized = centred(features.quantized);
    const FeatureIdentity &identity = set.stats().identity;
    std::vector<double> deltas(plan.resamples);
    parallelForTensors(plan.resamples, plan.threads, context, [&](std::size_t resample) {
        std::vector<double> weights =
            resampleWeights(plan.seed, resample, features.reference.count);
        const auto distanceOf = [&](const CentredFeatures &side) {
            const FeatureStats stats = weightedStats(side, weights, identity);
            return set.distanceTo(stats, RunContext(context.stopToken())).value.value_or(0);
        };
        deltas[resample] = distanceOf(quantized) - distanceOf(reference);
    });
    return intervalAround(delta, std::move(deltas));
}

} // namespace quantloupe
