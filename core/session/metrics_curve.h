// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/frechet_distance.h"
#include "session/metrics_plan.h"
#include "session/metrics_sets.h"

#include <memory>
#include <vector>

namespace quantloupe {

/// How metrics settle while samples are added: their values at 256, 512, 1024, ... samples.
/// Frechet distances of many features, KID and SWD take too long for it and have their last value
/// only.
class MetricsCurve
{
public:
    /// Takes the values if the samples have reached the next point.
    void update(const MetricsPlan &plan, const MetricsSets &sets, const RunContext &context);
    /// Writes the points and the final values into the rows.
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
    std::size_t m_next = 256;
};

} // namespace quantloupe
