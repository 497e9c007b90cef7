// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/config_difference.h"

#include <nlohmann/json_fwd.hpp>

namespace quantloupe {

/// `diff`'s `layers[]` (CLI.md): settings in the notation of --set, null where the layer is not
/// there.
nlohmann::ordered_json differencesJson(std::span<const LayerDifference> differences);

} // namespace quantloupe
