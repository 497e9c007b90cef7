// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "metrics/metrics_report.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// Resamples of n samples with replacement, of the stream Split; index 0 of it belongs to the
/// halves of a floor.
struct BootstrapPlan
{
    std::uint64_t seed = 0;
    std::size_t resamples = 1000;
    int threads = 1;
};

/// Fewer samples say too little of their spread: their resamples have few different values, and an
/// interval would be far too narrow.
inline constexpr std::size_t kFewestResampled = 10;
/// Why so many samples have no interval; empty where they can have one.
std::string bootstrapObstacle(std::size_t samples);

/// How often each of `n` samples is drawn in one resample; they add up to n.
std::vector<double> resampleWeights(std::uint64_t seed, std::size_t resample, std::size_t n);

/// The 2.5 % and 97.5 % quantiles of `resampled` (not empty, finite), moved so that their mean lies
/// on `value`. Resampling adds a bias of its own to distances, which does not belong to the value.
MetricInterval intervalAround(double value, std::vector<double> resampled);

/// A quotient of sums over samples: the mean of some of them (denominators 1 and 0) or, in
/// decibels, 10 log10 of signal to error.
struct SampleRatio
{
    enum class Scale { Linear, Decibel };

    std::vector<double> numerators;
    std::vector<double> denominators;
    Scale scale = Scale::Linear;

    /// Not finite where there is nothing to divide by.
    double value() const;
    double value(std::span<const double> weights) const;
};

/// One interval for each ratio, all of the same number of samples. Nothing where a resample is not
/// finite, as of a signal without any error. Throws Cancelled.
std::vector<std::optional<MetricInterval>> bootstrapRatios(const std::vector<SampleRatio> &ratios,
                                                           const BootstrapPlan &plan,
                                                           const RunContext &context);

} // namespace quantloupe
