// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include <string>

namespace quantloupe::cli {

struct DiffOptions
{
    /// Configuration files, or pictures saved with one.
    std::string first;
    std::string second;
    /// The table shows layers without a difference, too.
    bool all = false;
};

void addTo(CLI::App &command, DiffOptions &options);

void runDiff(CommandContext &context, const DiffOptions &options);

} // namespace quantloupe::cli
