// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"
#include "metrics/bootstrap.h"
#include "metrics/metrics_report.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// Sums of squares over the values of one sample: of the float ones, and of the differences.
struct ErrorEnergy
{
    double signal = 0;
    double error = 0;

    bool isFinite() const;
    bool operator==(const ErrorEnergy &) const = default;
};

/// Both of the same size.
ErrorEnergy errorEnergy(std::span<const float> reference, std::span<const float> quantized);

/// What is left of a float and a quantized sample when their pictures are dropped.
struct PairedSample
{
    /// As psnr() and ssim(); absent where not asked for, too.
    std::optional<double> psnr;
    std::optional<double> ssim;
    /// See PerceptualDistance.
    std::optional<double> lpips;
    ErrorEnergy output;
    /// Of each layer's output; empty where not asked for.
    std::vector<ErrorEnergy> layers;
    bool operator==(const PairedSample &) const = default;
};

/// The rows of the paired metrics among `metrics`, in that order; LayerSqnr gives one for each of
/// `layers`. Intervals are left out where `plan` has no resamples. Means are over the samples whose
/// value is finite, and the mark tells how many are not. Throws Cancelled.
std::vector<MetricRow> pairedRows(const std::vector<MetricKind> &metrics,
                                  const std::vector<PairedSample> &samples,
                                  const std::vector<std::string> &layers, const BootstrapPlan &plan,
                                  const RunContext &context);

} // namespace quantloupe
