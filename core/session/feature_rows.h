// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/feature_stats.h"
#include "metrics/frechet_distance.h"
#include "session/manifold_rows.h"
#include "session/metrics_plan.h"
#include "session/metrics_sets.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace quantloupe {

/// Rows of the metrics that are computed from features.
class FeatureRows
{
public:
    /// Uses up the features of `sets`; both must outlive it.
    FeatureRows(const MetricsRequest &request, const MetricsPlan &plan, MetricsSets &sets,
                const RunContext &context);

    MetricRow frechet(const RunContext &context) const;
    MetricRow kernel(const RunContext &context) const;
    MetricRow sliced(const RunContext &context) const;
    /// Of precision, recall, density or coverage; the first of them computes all.
    MetricRow neighbours(MetricKind kind, const RunContext &context);

private:
    Measured<MetricInterval> frechetInterval(const MetricRow &row,
                                             const FrechetReference &reference,
                                             const RunContext &context) const;
    /// What measurements of the first samples and reference pictures would give by `distance`.
    std::vector<MetricPoint>
    curveOf(std::size_t n,
            const std::function<std::optional<double>(const Features &, const Features &)>
                &distance) const;

    const MetricsRequest &m_request;
    const MetricsPlan &m_plan;
    const MetricsSets &m_sets;
    int m_threads;
    std::shared_ptr<const FeatureStats> m_floatSet;
    std::shared_ptr<const FeatureStats> m_quantized;
    std::shared_ptr<const FeatureStats> m_reference;
    std::optional<std::pair<FeatureStats, FeatureStats>> m_halves;
    std::optional<ManifoldRows> m_manifold;
};

/// "Feature-SWD-avatarnet", "Feature-SWD-Inception-768", ...
std::string slicedName(const FeatureIdentity &identity);

} // namespace quantloupe
