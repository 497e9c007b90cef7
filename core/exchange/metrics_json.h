// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"

#include <nlohmann/json_fwd.hpp>

namespace quantloupe {

/// The part of `metrics`' JSON answer that a measurement tells (CLI.md). A value that cannot be
/// computed is null, with its reason under "reasons".
nlohmann::ordered_json metricsJson(const MetricsReport &report);

} // namespace quantloupe
