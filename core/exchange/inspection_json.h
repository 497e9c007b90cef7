// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/layer_inspection.h"

#include <nlohmann/json_fwd.hpp>

namespace quantloupe {

/// The answer of `inspect --layer` (CLI.md), without pictures. A value that cannot be computed is
/// null, with the reason beside it.
nlohmann::ordered_json inspectionJson(const LayerInspection &inspection);

} // namespace quantloupe
