// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace quantloupe::cli {

/// The configuration of a request as a file, with the activation ranges it was run with, what
/// --config held beyond settings, such as locks and keys of other programs, and where it comes
/// from. It tells no time, which only files that are configurations and nothing else get: see
/// timed().
ConfigFile configurationFile(const CommandContext &context, const CompareRequest &request,
                             const GenerateOptions &options, const CalibratedRanges &ranges);

/// With the present time.
ConfigFile timed(ConfigFile file);

/// What was measured in the place of what the file knew; numbers of samples that were given tell
/// nothing without them.
void addResults(const CommandContext &context, const GenerateOptions &options,
                const CompareReport &report, ConfigFile &file);

} // namespace quantloupe::cli
