// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/feature_rows.h"

#include "metrics/frechet_bootstrap.h"
#include "metrics/kernel_distance.h"
#include "metrics/sliced_distance.h"
#include "session/distance_row.h"
#include "session/metrics_curve.h"

#include <algorithm>

namespace quantloupe {

namespace {

std::string frechetMark(const MetricRow &row, std::size_t referenceN, std::size_t dimension)
{
    const std::size_t fewest = std::min(row.n, referenceN);
    const std::string which = row.n <= referenceN ? "samples" : "reference pictures";
    if (row.name == "FID" && fewest < kFidDimension)
        return "fewer than " + std::to_string(kFidDimension) + " " + which +
               ": not to be compared with FID of more";
    return fewest <= dimension ? "no more " + which + " than features" : "";
}

Features firstRows(const Features &features, std::size_t count)
{
    count = std::min(count, features.count);
    const auto end = static_cast<std::ptrdiff_t>(count * features.dimension);
    return {count, features.dimension, {features.values.begin(), features.values.begin() + end}};
}

std::string slicedObstacle(std::size_t samples, std::size_t referencePictures)
{
    if (samples == referencePictures)
        return {};
    return "sorted features need as many pictures in both sets, but there are " +
           std::to_string(samples) + " samples and " + std::to_string(referencePictures) +
           " reference pictures";
}

} // namespace

FeatureRows::FeatureRows(const MetricsRequest &request, const MetricsPlan &plan, MetricsSets &sets,
                         const RunContext &context)
    : m_request(request),
      m_plan(plan),
      m_sets(sets),
      m_threads(plan.sets.stream.request.threads),
      m_floatSet(std::make_shared<const FeatureStats>(sets.floatSet.stats(context))),
      m_quantized(std::make_shared<const FeatureStats>(sets.quantized.stats(context))),
      m_reference(std::make_shared<const FeatureStats>(sets.reference.stats(context)))
{
    if (sets.halves)
        m_halves.emplace(sets.halves->at(0).stats(context), sets.halves->at(1).stats(context));
}

MetricRow FeatureRows::frechet(const RunContext &context) const
{
    context.describe("Computing the Fréchet distance");
    const FeatureIdentity &identity = m_plan.sets.extractor->identity();
    MetricRow row = distanceRow(MetricKind::Frechet, frechetName(identity), m_sets);
    const FrechetReference reference(m_reference);
    const FrechetDistance quantized = reference.distanceTo(*m_quantized, context.sub(0, 0.2));
    const FrechetDistance floatValue = reference.distanceTo(*m_floatSet, context.sub(0.2, 0.3));
    FrechetDistance floor;
    if (m_halves)
        floor = frechetDistance(m_halves->first, m_halves->second, context.sub(0.3, 0.5));
    setValues(row, m_sets,
              {measured(floatValue.value, floatValue.reason),
               measured(quantized.value, quantized.reason), measured(floor.value, floor.reason)});
    row.form = name(quantized.form);
    row.mark = frechetMark(row, m_reference->n, identity.dimension);
    row.deltaInterval = frechetInterval(row, reference, context);
    return row;
}

Measured<MetricInterval> FeatureRows::frechetInterval(const MetricRow &row,
                                                      const FrechetReference &reference,
                                                      const RunContext &context) const
{
    if (!row.delta)
        return Measured<MetricInterval>::missing(row.delta.reason);
    if (const std::string obstacle = bootstrapObstacle(row.n); !obstacle.empty())
        return Measured<MetricInterval>::missing(obstacle);
    if (!m_plan.bootstrapsFrechet)
        return Measured<MetricInterval>::missing(
            "a bootstrap with so many samples and features would take too long");
    return Measured<MetricInterval>::of(
        frechetDeltaInterval(reference, {m_floatSet->features, m_quantized->features}, *row.delta,
                             {m_request.seed, kFrechetResamples, m_threads}, context.sub(0.5, 1)));
}

MetricRow FeatureRows::kernel(const RunContext &context) const
{
    context.describe("Computing KID");
    MetricRow row =
        distanceRow(MetricKind::Kernel, kernelName(m_plan.sets.extractor->identity()), m_sets);
    if (!m_plan.keepObstacle.empty()) {
        setMissing(row, m_plan.keepObstacle);
        return row;
    }
    const Features &reference = m_reference->features;
    const KernelDistance quantized =
        kernelDistance(m_quantized->features, reference, {}, m_threads, context.sub(0, 0.35));
    const KernelDistance floatValue =
        kernelDistance(m_floatSet->features, reference, {}, m_threads, context.sub(0.35, 0.7));
    KernelDistance floor;
    if (m_halves)
        floor = kernelDistance(m_halves->first.features, m_halves->second.features, {}, m_threads,
                               context.sub(0.7, 1));
    setValues(row, m_sets,
              {measured(floatValue.value, floatValue.reason),
               measured(quantized.value, quantized.reason), measured(floor.value, floor.reason)});
    if (row.floatValue)
        row.floatStandardError = floatValue.standardError;
    if (row.quantized)
        row.quantizedStandardError = quantized.standardError;
    row.deltaInterval = Measured<MetricInterval>::missing("KID carries its standard error");
    if (row.floatValue || row.quantized)
        row.curve = curveOf(row.n, [&](const Features &set, const Features &other) {
            return kernelDistance(set, other, {}, m_threads, RunContext(context.stopToken())).value;
        });
    return row;
}

MetricRow FeatureRows::sliced(const RunContext &context) const
{
    context.describe("Computing the sliced Wasserstein distance of features");
    MetricRow row = distanceRow(MetricKind::FeatureSlicedWasserstein,
                                slicedName(m_plan.sets.extractor->identity()), m_sets);
    const std::string obstacle =
        m_plan.keepObstacle.empty() ? slicedObstacle(row.n, m_reference->n) : m_plan.keepObstacle;
    if (!obstacle.empty()) {
        setMissing(row, obstacle);
        return row;
    }
    const SlicedRequest request = {.seed = m_request.seed, .threads = m_threads};
    const auto distance = [&](const Features &a, const Features &b, const RunContext &part) {
        const SlicedDistance result = slicedDistance(a, b, request, part);
        return measured(result.value, result.reason);
    };
    const Features &reference = m_reference->features;
    Distances<Measured<double>> values = {
        distance(m_floatSet->features, reference, context.sub(0, 0.2)),
        distance(m_quantized->features, reference, context.sub(0.2, 0.4)),
        {}};
    if (m_halves)
        values.floor =
            distance(m_halves->first.features, m_halves->second.features, context.sub(0.4, 0.6));
    setValues(row, m_sets, values);
    row.form = std::to_string(request.directions) + " directions";
    row.deltaInterval =
        Measured<MetricInterval>::missing("each resample would sort all features again");
    if (row.floatValue || row.quantized)
        row.curve = curveOf(row.n, [&](const Features &set, const Features &other) {
            return distance(set, other, RunContext(context.stopToken())).value;
        });
    return row;
}

MetricRow FeatureRows::neighbours(MetricKind kind, const RunContext &context)
{
    if (!m_manifold && m_plan.keepObstacle.empty()) {
        context.describe("Searching neighbours");
        const Features *const halves[] = {m_halves ? &m_halves->first.features : nullptr,
                                          m_halves ? &m_halves->second.features : nullptr};
        m_manifold.emplace(ManifoldSets{m_reference->features, m_floatSet->features,
                                        m_quantized->features, halves[0], halves[1]},
                           m_threads, context);
    }
    MetricRow row =
        distanceRow(kind, manifoldName(kind, m_plan.sets.extractor->identity()), m_sets);
    if (m_manifold)
        m_manifold->fill(row, m_sets, {.seed = m_request.seed, .threads = m_threads}, context);
    else
        setMissing(row, m_plan.keepObstacle);
    return row;
}

std::vector<MetricPoint> FeatureRows::curveOf(
    std::size_t n,
    const std::function<std::optional<double>(const Features &, const Features &)> &distance) const
{
    std::vector<MetricPoint> curve;
    for (const std::size_t count : pointsBefore(n)) {
        const Features reference = firstRows(m_reference->features, count);
        const auto valueOf = [&](const FeatureStats &set) {
            return distance(firstRows(set.features, count), reference);
        };
        curve.push_back({count, valueOf(*m_floatSet), valueOf(*m_quantized)});
    }
    return curve;
}

std::string slicedName(const FeatureIdentity &identity)
{
    return featureMetricName("Feature-SWD", identity);
}

} // namespace quantloupe
