// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"
#include "session/metrics_plan.h"
#include "session/metrics_sets.h"

#include <string>
#include <vector>

namespace quantloupe {

/// All there is to compute rows from once the samples are complete.
struct FinishedSets
{
    const MetricsPlan &plan;
    /// Features are used up.
    MetricsSets &sets;
    /// Null unless SWD is computed by them.
    const MetricsHistograms *histograms = nullptr;
    /// Why there is no SWD; empty if there is.
    std::string swdObstacle;
};

/// The rows in the order of the request's metrics. A value that cannot be computed carries its
/// reason. Throws Cancelled.
std::vector<MetricRow> metricRows(const MetricsRequest &request, const FinishedSets &finished,
                                  const RunContext &context);

/// What the samples so far tell: paired metrics, without intervals.
std::vector<MetricRow> partialRows(const MetricsPlan &plan, const MetricsSets &sets,
                                   const RunContext &context);

} // namespace quantloupe
