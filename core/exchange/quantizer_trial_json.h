// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/quantizer_trial.h"

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace quantloupe {

/// `rows` of the answer of `quantizers` (CLI.md). A value that cannot be computed is null, with
/// the reason beside it.
nlohmann::ordered_json trialsJson(std::span<const QuantizerTrial> trials);

} // namespace quantloupe
