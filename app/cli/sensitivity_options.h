// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics_options.h"
#include "session/sensitivity_request.h"

#include <string>
#include <vector>

namespace quantloupe::cli {

struct SensitivityOptions
{
    /// Generator, base configuration, metric and samples.
    MetricsOptions metrics;
    std::vector<int> bits = SensitivityPlan().bits;
    /// As between the colons of w4:mse:channel.
    std::string method = "mse";
    std::string estimator = "percentile";
    std::vector<std::string> layers;
    std::vector<std::string> sites = {"weights"};
    std::vector<std::string> modes = {"alone"};
    int repeats = 1;
    /// As SampleList and PixelRect are written; empty for latents of the seed, whole pictures.
    std::string samples;
    std::string region;
    bool sketch = false;
};

void addTo(CLI::App &command, SensitivityOptions &options);

/// Opens generator and base configuration. Throws Error{BadInput} for options that contradict each
/// other or the generator.
SensitivityRequest sensitivityRequestFor(CommandContext &context,
                                         const SensitivityOptions &options);

void runSensitivity(CommandContext &context, const SensitivityOptions &options);

} // namespace quantloupe::cli
