// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metrics_run.h"

#include "base/cache_folder.h"
#include "base/error.h"
#include "session/metrics_rows.h"

#include <algorithm>

namespace quantloupe {

namespace {

std::filesystem::path featureFolder(const MetricsRequest &request)
{
    const std::filesystem::path cache = cacheFor(request);
    return cache.empty() ? cache : cache / "features";
}

RunContext stoppable(const RunContext &context)
{
    return RunContext(context.stopToken());
}

} // namespace

std::filesystem::path cacheFor(const MetricsRequest &request)
{
    return request.execution.useCache ? cacheFolder() : std::filesystem::path();
}

MetricsRun::MetricsRun(const MetricsRequest &request, const MetricsTools &tools,
                       const RunContext &context)
    : m_request(request),
      m_generation(generationOf(request)),
      m_plan(planMetrics(request, {tools.extractor, tools.perceptual}, tools.threads)),
      m_meter(m_plan.sets, FeatureCache(featureFolder(request))),
      m_pairs(m_generation, request.seed, tools.caches, tools.sites, stoppable(context)),
      m_reference(request, m_plan, m_meter, m_pairs),
      m_state(cacheFor(request), m_plan.key)
{
    m_sets.floatSet = MeasuredSet(m_plan.sets, SwdSide::A);
    m_sets.quantized = MeasuredSet(m_plan.sets, SwdSide::A);
}

MetricsRun::Bounds MetricsRun::bounds() const
{
    Bounds bounds;
    bounds.samples = needsReference(m_request) ? 0.3 : 0;
    if (m_plan.sets.swd == SwdForm::Histogram) {
        bounds.projection = 0.5;
        bounds.numbers = 0.9;
    }
    return bounds;
}

MetricsReport MetricsRun::execute(const RunContext &context, const MetricsSink &sink)
{
    m_state.claim();
    if (!m_request.resume)
        m_state.remove();
    const auto [samplesFrom, projectionFrom, numbersFrom] = bounds();
    if (samplesFrom > 0)
        m_reference.measure(m_state, m_request.resume, m_sets, context.sub(0, samplesFrom));
    measurePairs(context.sub(samplesFrom, projectionFrom), sink);
    std::optional<MetricsHistograms> histograms;
    if (m_plan.sets.swd == SwdForm::Histogram && swdObstacle().empty())
        histograms = tryProject(context.sub(projectionFrom, numbersFrom));
    MetricsReport result = report();
    result.rows =
        metricRows(m_request, {m_plan, m_sets, histograms ? &*histograms : nullptr, swdObstacle()},
                   context.sub(numbersFrom, 1));
    m_curve.addTo(result.rows);
    m_state.remove();
    context.advance(1);
    return result;
}

void MetricsRun::measurePairs(const RunContext &context, const MetricsSink &sink)
{
    context.describe("Generating and measuring samples");
    const std::size_t parts = m_plan.partsOf(m_request.count);
    for (std::size_t i = 0; i < parts; ++i) {
        context.advance(static_cast<double>(i) / static_cast<double>(parts));
        add(pairPart(i, stoppable(context)), stoppable(context));
        m_curve.update(m_plan, m_sets, stoppable(context));
        if (!sink)
            continue;
        MetricsReport partial = report();
        partial.rows = partialRows(m_plan, m_sets, stoppable(context));
        m_curve.addTo(partial.rows);
        sink(partial);
    }
}

PairPart MetricsRun::pairPart(std::size_t index, const RunContext &context)
{
    if (m_request.resume)
        if (std::optional<PairPart> known = m_state.pairs(index)) {
            m_resumed += known->samples.size();
            return std::move(*known);
        }
    const std::size_t first = index * m_plan.partSize;
    const std::size_t count = std::min(m_plan.partSize, m_request.count - first);
    SampledPairs pairs = sampledPairs(first, count, context);
    const auto partOf = [&](const SampledPictures &pictures) {
        SetPart part = m_meter.part(pictures.images, SwdSide::A, first, context);
        part.features = m_meter.features(pictures.images, context);
        part.broken = pictures.broken;
        return part;
    };
    PairPart part{partOf(pairs.reference), partOf(pairs.quantized), std::move(pairs.samples)};
    m_state.keep(index, part);
    return part;
}

SampledPairs MetricsRun::sampledPairs(std::size_t first, std::size_t count,
                                      const RunContext &context)
{
    SampledPairs pairs = m_pairs.pairs(first, count, m_plan.numbers, context);
    if (!m_plan.perceptual)
        return pairs;
    const auto values =
        m_plan.perceptual->distances(pairs.reference.images, pairs.quantized.images,
                                     m_plan.sets.stream.request.threads, stoppable(context));
    for (std::size_t i = 0; i < values.size(); ++i)
        if (pairs.samples[i].output.isFinite())
            pairs.samples[i].lpips = values[i];
    return pairs;
}

void MetricsRun::add(const PairPart &part, const RunContext &context)
{
    m_sets.floatSet.add(part.reference, context);
    m_sets.quantized.add(part.quantized, context);
    m_sets.samples.insert(m_sets.samples.end(), part.samples.begin(), part.samples.end());
}

std::string MetricsRun::swdObstacle() const
{
    return m_plan.swdObstacle.empty() ? m_reference.swdObstacle() : m_plan.swdObstacle;
}

MetricsReport MetricsRun::report() const
{
    MetricsReport report;
    report.n = m_sets.samples.size();
    report.count = m_request.count;
    report.seed = m_request.seed;
    report.plan = m_request.plan;
    report.inputs = inputsOf(m_request);
    report.generatorSha256 = info(*m_request.generator).sha256;
    report.reference = m_reference.identity();
    if (m_plan.sets.extractor)
        report.features = m_plan.sets.extractor->identity();
    if (m_plan.perceptual)
        report.perceptual = m_plan.perceptual->identity();
    report.skipped = m_reference.skipped();
    report.warnings = info(*m_request.generator).warnings;
    report.resumed = m_resumed;
    report.stepsRun = m_pairs.facts().stepsRun;
    report.stepsSkipped = m_pairs.facts().stepsSkipped;
    report.microBatch = m_pairs.facts().microBatch;
    report.threads = m_plan.sets.stream.request.threads;
    return report;
}

} // namespace quantloupe
