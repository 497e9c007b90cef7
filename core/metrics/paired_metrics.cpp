// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/paired_metrics.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// A row that is still without a value, and what its value is computed from.
struct Planned
{
    MetricRow row;
    SampleRatio ratio;
};

std::string pairedName(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Psnr:
        return "PSNR";
    case MetricKind::Ssim:
        return "SSIM";
    case MetricKind::Lpips:
        return "LPIPS";
    default:
        return "SQNR";
    }
}

MetricRow rowOf(MetricKind kind, std::size_t n)
{
    MetricRow row;
    row.kind = kind;
    row.name = pairedName(kind);
    row.n = n;
    const std::string paired = "it is a distance to the float output";
    row.floatValue = Measured<double>::missing(paired);
    row.floor = Measured<double>::missing("the float output has no distance to itself");
    row.delta = Measured<double>::missing(paired);
    row.deltaInterval = Measured<MetricInterval>::missing(paired);
    return row;
}

std::string countText(std::size_t count, const std::string &what)
{
    return std::to_string(count) + (count == 1 ? " sample " : " samples ") + what;
}

Planned planMean(MetricKind kind, const std::vector<PairedSample> &samples,
                 std::optional<double> PairedSample::*member)
{
    Planned planned{rowOf(kind, samples.size()), {}};
    std::size_t notFinite = 0;
    std::size_t missing = 0;
    for (const PairedSample &sample : samples) {
        const std::optional<double> &value = sample.*member;
        planned.ratio.numerators.push_back(value.value_or(0));
        planned.ratio.denominators.push_back(value ? 1 : 0);
        notFinite += sample.output.isFinite() ? 0 : 1;
        missing += value ? 0 : 1;
    }
    std::string reason = kind == MetricKind::Psnr
                             ? "the pictures are identical on 8 bits"
                             : "the pictures are too small for " + pairedName(kind);
    if (notFinite > 0)
        reason = "the output holds values that are not finite";
    if (samples.empty())
        reason = "there are no samples";
    planned.row.quantized = Measured<double>::missing(reason);
    const std::size_t identical = missing - std::min(missing, notFinite);
    planned.row.isIdentical =
        kind == MetricKind::Psnr && identical > 0 && identical == samples.size();
    if (identical > 0 && missing < samples.size() && kind == MetricKind::Psnr)
        planned.row.mark = countText(identical, "identical on 8 bits left out");
    if (notFinite > 0 && missing < samples.size())
        planned.row.mark = countText(notFinite, "with values that are not finite left out");
    return planned;
}

const ErrorEnergy &energyOf(const PairedSample &sample, std::optional<std::size_t> layer)
{
    return layer ? sample.layers.at(*layer) : sample.output;
}

std::string reasonAgainst(const SampleRatio &ratio)
{
    double signal = 0;
    double error = 0;
    for (std::size_t i = 0; i < ratio.numerators.size(); ++i) {
        signal += ratio.numerators[i];
        error += ratio.denominators[i];
    }
    return ratio.numerators.empty()                          ? "there are no samples"
           : !std::isfinite(signal) || !std::isfinite(error) ? "the output holds values that are "
                                                               "not finite"
           : error == 0                                      ? "the outputs are identical"
           : signal == 0                                     ? "the float output is zero"
                                                             : "";
}

Planned planSqnr(MetricKind kind, const std::vector<PairedSample> &samples,
                 std::optional<std::size_t> layer)
{
    Planned planned{rowOf(kind, samples.size()), {}};
    planned.ratio.scale = SampleRatio::Scale::Decibel;
    for (const PairedSample &sample : samples) {
        planned.ratio.numerators.push_back(energyOf(sample, layer).signal);
        planned.ratio.denominators.push_back(energyOf(sample, layer).error);
    }
    planned.row.quantized = Measured<double>::missing(reasonAgainst(planned.ratio));
    return planned;
}

std::vector<Planned> planRows(const std::vector<MetricKind> &metrics,
                              const std::vector<PairedSample> &samples,
                              const std::vector<std::string> &layers)
{
    std::vector<Planned> plans;
    for (const MetricKind kind : metrics) {
        if (kind == MetricKind::Psnr)
            plans.push_back(planMean(kind, samples, &PairedSample::psnr));
        if (kind == MetricKind::Ssim)
            plans.push_back(planMean(kind, samples, &PairedSample::ssim));
        if (kind == MetricKind::Lpips)
            plans.push_back(planMean(kind, samples, &PairedSample::lpips));
        if (kind == MetricKind::OutputSqnr)
            plans.push_back(planSqnr(kind, samples, {}));
        for (std::size_t i = 0; kind == MetricKind::LayerSqnr && i < layers.size(); ++i) {
            plans.push_back(planSqnr(kind, samples, i));
            plans.back().row.layer = layers[i];
        }
    }
    return plans;
}

Measured<MetricInterval> intervalOr(const std::optional<MetricInterval> &interval,
                                    const Measured<double> &value)
{
    if (interval && value)
        return Measured<MetricInterval>::of(*interval);
    return Measured<MetricInterval>::missing(value ? "some resamples have no value" : value.reason);
}

} // namespace

bool ErrorEnergy::isFinite() const
{
    return std::isfinite(signal) && std::isfinite(error);
}

ErrorEnergy errorEnergy(std::span<const float> reference, std::span<const float> quantized)
{
    ErrorEnergy energy;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double error = static_cast<double>(quantized[i]) - reference[i];
        energy.signal += static_cast<double>(reference[i]) * reference[i];
        energy.error += error * error;
    }
    return energy;
}

std::vector<MetricRow> pairedRows(const std::vector<MetricKind> &metrics,
                                  const std::vector<PairedSample> &samples,
                                  const std::vector<std::string> &layers, const BootstrapPlan &plan,
                                  const RunContext &context)
{
    std::vector<Planned> plans = planRows(metrics, samples, layers);
    std::vector<SampleRatio> ratios;
    std::vector<MetricRow> rows;
    for (Planned &planned : plans) {
        const double value = planned.ratio.value();
        if (std::isfinite(value))
            planned.row.quantized = Measured<double>::of(value);
        rows.push_back(std::move(planned.row));
        ratios.push_back(std::move(planned.ratio));
    }
    std::string obstacle = bootstrapObstacle(samples.size());
    if (plan.resamples == 0)
        obstacle = "an interval needs the whole measurement";
    std::vector<std::optional<MetricInterval>> intervals(ratios.size());
    if (obstacle.empty())
        intervals = bootstrapRatios(ratios, plan, context);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].pairedInterval = obstacle.empty() ? intervalOr(intervals[i], rows[i].quantized)
                                                  : Measured<MetricInterval>::missing(obstacle);
    return rows;
}

} // namespace quantloupe
