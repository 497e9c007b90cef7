// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/bootstrap.h"

#include "base/parallel_for.h"
#include "base/random_stream.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace quantloupe {

namespace {

constexpr double kTail = 0.025;

/// Between the two values next to it (Hyndman and Fan 1996, type 7).
double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

double scaled(double numerator, double denominator, SampleRatio::Scale scale)
{
    const double ratio = numerator / denominator;
    return scale == SampleRatio::Scale::Linear ? ratio : 10 * std::log10(ratio);
}

bool areFinite(const std::vector<double> &values)
{
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

} // namespace

std::string bootstrapObstacle(std::size_t samples)
{
    return samples < kFewestResampled
               ? "an interval needs " + std::to_string(kFewestResampled) + " samples or more"
               : "";
}

std::vector<double> resampleWeights(std::uint64_t seed, std::size_t resample, std::size_t n)
{
    RandomStream random(seed, StreamRole::Split, resample + 1);
    std::vector<double> weights(n, 0);
    for (std::size_t i = 0; i < n; ++i)
        ++weights[random.below(n)];
    return weights;
}

MetricInterval intervalAround(double value, std::vector<double> resampled)
{
    std::ranges::sort(resampled);
    const double mean = std::accumulate(resampled.begin(), resampled.end(), 0.0) /
                        static_cast<double>(resampled.size());
    return {value - mean + quantile(resampled, kTail),
            value - mean + quantile(resampled, 1 - kTail)};
}

double SampleRatio::value() const
{
    return scaled(std::accumulate(numerators.begin(), numerators.end(), 0.0),
                  std::accumulate(denominators.begin(), denominators.end(), 0.0), scale);
}

double SampleRatio::value(std::span<const double> weights) const
{
    const auto weighted = [&](const std::vector<double> &terms) {
        return std::transform_reduce(terms.begin(), terms.end(), weights.begin(), 0.0);
    };
    return scaled(weighted(numerators), weighted(denominators), scale);
}

std::vector<std::optional<MetricInterval>> bootstrapRatios(const std::vector<SampleRatio> &ratios,
                                                           const BootstrapPlan &plan,
                                                           const RunContext &context)
{
    if (ratios.empty())
        return {};
    std::vector<std::vector<double>> values(ratios.size(), std::vector<double>(plan.resamples));
    const std::size_t samples = ratios.front().numerators.size();
    parallelFor(plan.resamples, plan.threads, context, [&](std::size_t resample) {
        const std::vector<double> weights = resampleWeights(plan.seed, resample, samples);
        for (std::size_t i = 0; i < ratios.size(); ++i)
            values[i][resample] = ratios[i].value(weights);
    });
    std::vector<std::optional<MetricInterval>> intervals(ratios.size());
    for (std::size_t i = 0; i < ratios.size(); ++i)
        if (areFinite(values[i]))
            intervals[i] = intervalAround(ratios[i].value(), std::move(values[i]));
    return intervals;
}

} // namespace quantloupe
