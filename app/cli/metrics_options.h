// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "options.h"

#include <string>

namespace quantloupe::cli {

struct MetricsOptions
{
    /// Only its generator, its configuration and the images of its inputs count.
    GenerateOptions generate;
    /// Between commas.
    std::string metrics = "fid,swd,psnr,ssim,sqnr";
    std::string reference = kFloatReference;
    PreparationOptions preparation;
    ExtractorOptions extractor;
    PerceptualFiles perceptual;
    std::size_t count = kMetricSamples;
    bool few = false;
    bool resume = false;
};

void addTo(CLI::App &command, MetricsOptions &options);

/// Opens generator and configuration, and reads the images that the samples are made from, which
/// bound their number. Throws Error{BadInput} for options that contradict each
/// other or the generator.
MetricsRequest metricsRequestFor(CommandContext &context, const MetricsOptions &options);

/// Of a generator and configuration that are open: `opened` is requestFor() of their options.
MetricsRequest metricsRequestFor(const CommandContext &context, const MetricsOptions &options,
                                 const CompareRequest &opened);

void runMetrics(CommandContext &context, const MetricsOptions &options);

} // namespace quantloupe::cli
