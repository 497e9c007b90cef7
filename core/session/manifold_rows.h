// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/bootstrap.h"
#include "metrics/manifold_scores.h"
#include "session/metrics_sets.h"

#include <optional>

namespace quantloupe {

/// Features of the sets that are compared. The halves of the floor are null where there are none.
struct ManifoldSets
{
    const Features &reference;
    const Features &floatSet;
    const Features &quantized;
    const Features *realHalf = nullptr;
    const Features *generatedHalf = nullptr;
};

/// Rows of precision, recall, density and coverage, all of one search for neighbours.
class ManifoldRows
{
public:
    /// Throws Cancelled.
    ManifoldRows(const ManifoldSets &sets, int threads, const RunContext &context);

    /// Sets the values of a row of these sets. Precision and density are means over the samples
    /// and have an interval; the others change with all samples together.
    void fill(MetricRow &row, const MetricsSets &sets, const BootstrapPlan &plan,
              const RunContext &context) const;

private:
    MetricInterval deltaInterval(const MetricRow &row, const BootstrapPlan &plan,
                                 const RunContext &context) const;

    ManifoldScores m_floatSet;
    ManifoldScores m_quantized;
    std::optional<ManifoldScores> m_floor;
};

/// "Precision-avatarnet", "Recall-Inception-768", ...; the metric is one by neighbours.
std::string manifoldName(MetricKind kind, const FeatureIdentity &identity);

} // namespace quantloupe
