// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metrics_curve.h"

#include "metrics/paired_metrics.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// The row of the same metric and layer.
const MetricRow *sameRow(const std::vector<MetricRow> &rows, const MetricRow &row)
{
    const auto found = std::ranges::find_if(rows, [&](const MetricRow &other) {
        return other.kind == row.kind && other.layer == row.layer;
    });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

std::vector<std::size_t> pointsBefore(std::size_t n)
{
    std::vector<std::size_t> points;
    for (std::size_t point = kFirstPoint; point < n; point *= 2)
        points.push_back(point);
    return points;
}

void MetricsCurve::update(const MetricsPlan &plan, const MetricsSets &sets,
                          const RunContext &context)
{
    if (sets.samples.size() < m_next)
        return;
    while (m_next <= sets.samples.size())
        m_next *= 2;
    Point point;
    point.n = sets.samples.size();
    point.paired = pairedRows(plan.metrics, sets.samples, plan.layers, {0, 0, 1}, context);
    if (plan.wants(MetricKind::Frechet)) {
        const RunContext stoppable(context.stopToken());
        if (!m_reference)
            m_reference = std::make_unique<FrechetReference>(
                std::make_shared<const FeatureStats>(sets.reference.statsSoFar(context)));
        const auto distanceOf = [&](const MeasuredSet &set) {
            return m_reference->distanceTo(set.statsSoFar(context), stoppable).value;
        };
        point.floatFrechet = distanceOf(sets.floatSet);
        point.quantizedFrechet = distanceOf(sets.quantized);
    }
    m_points.push_back(std::move(point));
}

void MetricsCurve::addTo(std::vector<MetricRow> &rows) const
{
    for (MetricRow &row : rows) {
        for (const Point &point : m_points) {
            if (point.n >= row.n)
                continue;
            if (const MetricRow *then = sameRow(point.paired, row))
                row.curve.push_back({point.n, {}, then->quantized.value});
            else if (row.kind == MetricKind::Frechet && point.quantizedFrechet)
                row.curve.push_back({point.n, point.floatFrechet, point.quantizedFrechet});
        }
        if (row.floatValue || row.quantized)
            row.curve.push_back({row.n, row.floatValue.value, row.quantized.value});
    }
}

} // namespace quantloupe
