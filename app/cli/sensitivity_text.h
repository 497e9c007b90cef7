// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"

#include <string>

namespace quantloupe::cli {

/// Layers by bit-width, a table for each site and mode; the ranks of the least bits; what the
/// redundancy measures and the sketch tell of them.
std::string sensitivityText(const SensitivityReport &report);

/// "main.3 weights w4 alone: 23.41".
std::string cellText(const SensitivityCell &cell);

} // namespace quantloupe::cli
