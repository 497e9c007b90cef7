// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"
#include "quant/quant_spec.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

/// The setting of a layer's weight in a configuration file: its parts for other programs, and the
/// whole as "spec".
nlohmann::ordered_json weightJson(const WeightSpec &spec, const LayerInfo &layer);
nlohmann::ordered_json activationJson(const ActivationSpec &spec);

} // namespace quantloupe
