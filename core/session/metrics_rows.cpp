// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metrics_rows.h"

#include "metrics/swd_checks.h"
#include "session/distance_row.h"
#include "session/feature_rows.h"
#include "session/swd_row.h"

#include <algorithm>
#include <optional>

namespace quantloupe {

namespace {

constexpr std::size_t kPairedResamples = 1000;

/// LPIPS carries the name of its trunk.
std::vector<MetricRow> namedPairedRows(MetricKind kind, const MetricsPlan &plan,
                                       const std::vector<PairedSample> &samples,
                                       const BootstrapPlan &resampling, const RunContext &context)
{
    std::vector<MetricRow> rows = pairedRows({kind}, samples, plan.layers, resampling, context);
    if (kind == MetricKind::Lpips)
        rows.front().name = plan.perceptual->identity().name;
    return rows;
}

/// "FD-avatarnet", "SWD-grey": of a metric that is not paired.
std::string nameOf(MetricKind kind, const MetricsPlan &plan)
{
    switch (kind) {
    case MetricKind::SlicedWasserstein:
        return swdName(plan.sets.stream.channels);
    case MetricKind::Frechet:
        return frechetName(plan.sets.extractor->identity());
    case MetricKind::Kernel:
        return kernelName(plan.sets.extractor->identity());
    case MetricKind::FeatureSlicedWasserstein:
        return slicedName(plan.sets.extractor->identity());
    default:
        return manifoldName(kind, plan.sets.extractor->identity());
    }
}

/// The rows of one metric: one, or one for each layer.
std::vector<MetricRow> rowsOf(MetricKind kind, const MetricsRequest &request,
                              const FinishedSets &finished, std::optional<FeatureRows> &features,
                              const RunContext &context)
{
    switch (kind) {
    case MetricKind::Frechet:
        return {features->frechet(context)};
    case MetricKind::Kernel:
        return {features->kernel(context)};
    case MetricKind::FeatureSlicedWasserstein:
        return {features->sliced(context)};
    case MetricKind::Precision:
    case MetricKind::Recall:
    case MetricKind::Density:
    case MetricKind::Coverage:
        return {features->neighbours(kind, context)};
    case MetricKind::SlicedWasserstein:
        return {swdRow(finished.plan, finished.sets, finished.histograms, finished.swdObstacle,
                       context)};
    default:
        return namedPairedRows(
            kind, finished.plan, finished.sets.samples,
            {request.seed, kPairedResamples, finished.plan.sets.stream.request.threads}, context);
    }
}

void append(std::vector<MetricRow> &rows, std::vector<MetricRow> more)
{
    std::ranges::move(more, std::back_inserter(rows));
}

/// A row whose values come when all samples are there.
MetricRow pendingRow(MetricKind kind, const MetricsPlan &plan, const MetricsSets &sets)
{
    MetricRow row = distanceRow(kind, nameOf(kind, plan), sets);
    setMissing(row, "it is computed from all samples");
    return row;
}

} // namespace

std::vector<MetricRow> metricRows(const MetricsRequest &request, const FinishedSets &finished,
                                  const RunContext &context)
{
    std::optional<FeatureRows> features;
    if (finished.plan.sets.extractor)
        features.emplace(request, finished.plan, finished.sets, context);
    std::vector<MetricRow> rows;
    const double metrics = static_cast<double>(request.metrics.size());
    for (std::size_t i = 0; i < request.metrics.size(); ++i) {
        const double done = static_cast<double>(i);
        append(rows, rowsOf(request.metrics[i], request, finished, features,
                            context.sub(done / metrics, (done + 1) / metrics)));
    }
    return rows;
}

std::vector<MetricRow> partialRows(const MetricsPlan &plan, const MetricsSets &sets,
                                   const RunContext &context)
{
    std::vector<MetricRow> rows;
    for (const MetricKind kind : plan.metrics)
        if (isPaired(kind))
            append(rows, namedPairedRows(kind, plan, sets.samples, {0, 0, 1}, context));
        else
            rows.push_back(pendingRow(kind, plan, sets));
    return rows;
}

} // namespace quantloupe
