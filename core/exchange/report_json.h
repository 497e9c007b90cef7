// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare_report.h"
#include "model/generator_info.h"

#include <nlohmann/json_fwd.hpp>

namespace quantloupe {

/// The JSON answers of the command line (CLI.md). A value that cannot be computed is null, with
/// the reason beside it.
nlohmann::ordered_json identityJson(const GeneratorInfo &info);
nlohmann::ordered_json unquantizedJson(const GeneratorInfo &info);
nlohmann::ordered_json inspectJson(const GeneratorInfo &info);
nlohmann::ordered_json compareJson(const CompareReport &report);
nlohmann::ordered_json planJson(const SamplingPlan &plan, const CalibrationPlan &calibration);

} // namespace quantloupe
