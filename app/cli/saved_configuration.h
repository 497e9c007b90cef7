// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include <string>

namespace quantloupe::cli {

/// The configuration of a request as a file, with the activation ranges it was run with. What
/// --config held beyond settings, such as locks and keys of other programs, is kept.
std::string configurationText(const CompareRequest &request, const GenerateOptions &options,
                              const CalibratedRanges &ranges);

} // namespace quantloupe::cli
