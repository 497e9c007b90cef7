// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "options.h"

#include <string>
#include <vector>

namespace quantloupe::cli {

struct ReportOptions
{
    GenerateOptions request;
    /// Between commas; empty for none.
    std::string metrics;
    std::string reference;
    std::size_t metricCount = 0;
    /// The words of this command line.
    std::vector<std::string> words;
};

void addTo(CLI::App &command, ReportOptions &options);

void runReport(CommandContext &context, const ReportOptions &options);

} // namespace quantloupe::cli
