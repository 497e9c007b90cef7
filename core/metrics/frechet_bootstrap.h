// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/bootstrap.h"
#include "metrics/frechet_distance.h"

namespace quantloupe {

/// Resamples of a Frechet distance: each costs two of them.
inline constexpr std::size_t kFrechetResamples = 200;

/// Whether the resamples take seconds rather than hours.
bool canBootstrapFrechet(std::size_t samples, std::size_t dimension);

/// Features of float and quantized pictures of the same samples, row by row.
struct PairedFeatures
{
    const Features &reference;
    const Features &quantized;
};

/// Interval of the distance of the quantized features less that of the float ones, both to `set`:
/// samples are drawn as pairs, the set stays. `delta` is the value on all samples. The same to the
/// bit for any number of threads. Throws Cancelled.
MetricInterval frechetDeltaInterval(const FrechetReference &set, const PairedFeatures &features,
                                    double delta, const BootstrapPlan &plan,
                                    const RunContext &context);

} // namespace quantloupe
