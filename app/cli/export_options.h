// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "options.h"
#include "store/stored_run.h"

#include <optional>
#include <string>

namespace quantloupe::cli {

struct ExportOptions
{
    /// Its inputs count for the preparation of calibration pictures only.
    GenerateOptions request;
    std::string format;
    std::string names;
    /// A run of the store.
    std::optional<RunId> sweep;
};

void addTo(CLI::App &command, ExportOptions &options);
/// One line for each format: which program reads it.
std::string exportFormatHelp();

void runExport(CommandContext &context, const ExportOptions &options);

} // namespace quantloupe::cli
