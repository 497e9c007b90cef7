// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics_options.h"
#include "session/config_search.h"

#include <string>
#include <vector>

namespace quantloupe::cli {

struct SearchOptions
{
    /// Generator, base configuration, and how the best is confirmed.
    MetricsOptions metrics;
    std::string budget;
    std::string bound;
    std::string algorithm = "knapsack";
    /// Empty for bytes.
    std::string boundCost;
    std::vector<int> bits = SearchRules().bits;
    std::vector<std::string> methods = {"mse"};
    std::string granularity = "channel";
    /// Patterns, as --set takes them.
    std::vector<std::string> locked;
    /// "A,B": names or patterns of layers with one setting.
    std::vector<std::string> tied;
    /// "P=2,4,8".
    std::vector<std::string> allowed;
    std::string target;
    double seconds = 0;
    std::size_t sweepCount = kSweepSamples;
    bool measuresFront = false;
    std::string out;
};

/// What no configuration reaches, said on the way; the exit status is 3.
struct BoundUnreachable
{
};

void addTo(CLI::App &command, SearchOptions &options);
/// One line for each algorithm and each target that comes with the program.
std::string searchHelp();

/// Opens generator and base configuration. Throws Error{BadInput} for options that contradict each
/// other or the generator.
ConfigSearchRequest searchRequestFor(CommandContext &context, const SearchOptions &options);

/// Throws BoundUnreachable after its answer.
void runSearch(CommandContext &context, const SearchOptions &options);

} // namespace quantloupe::cli
