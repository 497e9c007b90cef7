// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics_options.h"

#include <string>

namespace quantloupe::cli {

struct ReproduceOptions
{
    std::string recipe;
    /// Of its configuration only the calibration counts; its reference is empty where none was
    /// given.
    MetricsOptions metrics;
};

void addTo(CLI::App &command, ReproduceOptions &options);
/// One line for each recipe: the paper, what is its own and what is ours.
std::string recipeHelp();

void runReproduce(CommandContext &context, const ReproduceOptions &options);

} // namespace quantloupe::cli
