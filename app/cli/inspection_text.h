// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/layer_inspection.h"

#include <string>

namespace quantloupe::cli {

/// The report of `inspect --layer` as tables: numbers, levels, the channels with the largest
/// errors.
std::string inspectionText(const LayerInspection &inspection);

} // namespace quantloupe::cli
