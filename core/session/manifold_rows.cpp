// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/manifold_rows.h"

#include "session/distance_row.h"

namespace quantloupe {

namespace {

/// One of the scores: where it stands, and what each sample adds to it where it is their mean.
struct Score
{
    const char *name;
    std::size_t neighbours;
    double ManifoldScores::*value;
    std::vector<double> ManifoldScores::*parts;
};

Score scoreOf(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Recall:
        return {"Recall", kRecallNeighbours, &ManifoldScores::recall, nullptr};
    case MetricKind::Density:
        return {"Density", kCoverageNeighbours, &ManifoldScores::density, &ManifoldScores::dense};
    case MetricKind::Coverage:
        return {"Coverage", kCoverageNeighbours, &ManifoldScores::coverage, nullptr};
    default:
        return {"Precision", kRecallNeighbours, &ManifoldScores::precision,
                &ManifoldScores::precise};
    }
}

Measured<double> valueOf(const ManifoldScores &scores, double ManifoldScores::*value)
{
    return scores.reason.empty() ? Measured<double>::of(scores.*value)
                                 : Measured<double>::missing(scores.reason);
}

} // namespace

ManifoldRows::ManifoldRows(const ManifoldSets &sets, int threads, const RunContext &context)
{
    const ManifoldReference reference(sets.reference, threads, context.sub(0, 0.2));
    m_floatSet = reference.scores(sets.floatSet, context.sub(0.2, 0.45));
    m_quantized = reference.scores(sets.quantized, context.sub(0.45, 0.7));
    if (sets.realHalf && sets.generatedHalf)
        m_floor = ManifoldReference(*sets.realHalf, threads, context.sub(0.7, 0.8))
                      .scores(*sets.generatedHalf, context.sub(0.8, 1));
}

void ManifoldRows::fill(MetricRow &row, const MetricsSets &sets, const BootstrapPlan &plan,
                        const RunContext &context) const
{
    const Score score = scoreOf(row.kind);
    setValues(row, sets,
              {valueOf(m_floatSet, score.value), valueOf(m_quantized, score.value),
               m_floor ? valueOf(*m_floor, score.value) : Measured<double>()});
    row.form = "k = " + std::to_string(score.neighbours);
    if (!row.delta)
        row.deltaInterval = Measured<MetricInterval>::missing(row.delta.reason);
    else if (!score.parts)
        row.deltaInterval =
            Measured<MetricInterval>::missing("each resample would have other neighbours");
    else
        row.deltaInterval = Measured<MetricInterval>::of(deltaInterval(row, plan, context));
}

MetricInterval ManifoldRows::deltaInterval(const MetricRow &row, const BootstrapPlan &plan,
                                           const RunContext &context) const
{
    const auto parts = scoreOf(row.kind).parts;
    SampleRatio difference;
    for (std::size_t i = 0; i < row.n; ++i) {
        difference.numerators.push_back((m_quantized.*parts)[i] - (m_floatSet.*parts)[i]);
        difference.denominators.push_back(1);
    }
    // Finite terms over as many ones always have one.
    return *bootstrapRatios({difference}, plan, context).front();
}

std::string manifoldName(MetricKind kind, const FeatureIdentity &identity)
{
    return featureMetricName(scoreOf(kind).name, identity);
}

} // namespace quantloupe
