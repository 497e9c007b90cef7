// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/metrics_plan.h"
#include "session/metrics_sets.h"

namespace quantloupe {

/// The row of SWD; `histograms` is null where it is computed by sorting. `obstacle` is why there is
/// none, or empty. Throws Cancelled.
MetricRow swdRow(const MetricsPlan &plan, const MetricsSets &sets,
                 const MetricsHistograms *histograms, const std::string &obstacle,
                 const RunContext &context);

} // namespace quantloupe
