// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"

#include <nlohmann/json_fwd.hpp>

namespace quantloupe {

/// A report as it is kept on disk for a later run, with all digits: what parseKeptReport() reads
/// is equal, but for the plan, which belongs to the request, and for LPIPS, which recipes do not
/// measure.
nlohmann::ordered_json keptReportJson(const MetricsReport &report);
/// Throws Error{BadInput} or nlohmann's exceptions for anything else.
MetricsReport parseKeptReport(const nlohmann::ordered_json &json);

} // namespace quantloupe
