// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/metrics_request.h"
#include "session/sensitivity_request.h"

#include <cstddef>
#include <string>
#include <vector>

namespace quantloupe::cli {

/// A sweep over `count` samples of what is measured otherwise.
SensitivityRequest sweepFor(const MetricsRequest &metrics, std::size_t count);

/// The layers that a pattern means, as --set takes it. Throws Error{BadInput} where it means none.
std::vector<std::string> layersOf(const GeneratorInfo &info, const std::string &pattern);

} // namespace quantloupe::cli
