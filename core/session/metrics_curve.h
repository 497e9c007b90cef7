// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/frechet_distance.h"
#include "session/metrics_plan.h"
#include "session/metrics_sets.h"

#include <memory>
#include <vector>

namespace quantloupe {

/// The first of the points of a curve.
inline constexpr std::size_t kFirstPoint = 256;
/// Numbers of samples at which metrics are taken on the way to `n`: 256, 512, 1024, ... below it.
std::vector<std::size_t> pointsBefore(std::size_t n);

/// How metrics settle while samples are added: their values at pointsBefore() all. Paired metrics
/// and Frechet distances are taken as the samples come; the rows of KID and of sorted SWD bring
/// points of their own, and SWD by histograms, which drops the pictures, has its last value only.
class MetricsCurve
{
public:
    /// Takes the values if the samples have reached the next point.
    void update(const MetricsPlan &plan, const MetricsSets &sets, const RunContext &context);
    /// Adds the points and the final values into the rows.
    void addTo(std::vector<MetricRow> &rows) const;

private:
    struct Point
    {
        std::size_t n = 0;
        std::optional<double> floatFrechet;
        std::optional<double> quantizedFrechet;
        std::vector<MetricRow> paired;
    };

    std::unique_ptr<FrechetReference> m_reference;
    std::vector<Point> m_points;
    std::size_t m_next = kFirstPoint;
};

} // namespace quantloupe
