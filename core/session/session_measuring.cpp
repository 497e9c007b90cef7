// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/elapsed.h"
#include "base/error.h"
#include "engine/input_batch.h"
#include "session/metrics_run.h"
#include "session/session_implementation.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace quantloupe {

namespace {

PerceptualDistancePtr perceptualFor(const MetricsRequest &request)
{
    if (std::ranges::count(request.metrics, MetricKind::Lpips) == 0)
        return nullptr;
    if (request.perceptual.trunk.empty())
        throw Error(ErrorKind::BadInput, "LPIPS needs the weights of its AlexNet or VGG-16, which "
                                         "do not come with the program; give their file.");
    return std::make_shared<const PerceptualDistance>(request.perceptual);
}

} // namespace

MetricsReport Session::measure(const MetricsRequest &request, Lane lane, const RunContext &context,
                               const MetricsSink &sink)
{
    const at::NoGradGuard noGradients;
    const auto start = std::chrono::steady_clock::now();
    requirePlanFits(*request.generator, request.plan);
    MetricsTools tools{m_implementation->caches(lane), {}, nullptr, nullptr, 0};
    if (std::ranges::any_of(request.metrics, usesFeatures))
        tools.extractor = openExtractor(request.extractor, context.sub(0, 0.01));
    tools.perceptual = perceptualFor(request);
    tools.threads = useThreads(request.execution.threads);
    const CompareRequest generation = generationOf(request);
    tools.sites = m_implementation
                      ->calibrated(generation, generation.config, tools.caches.weights,
                                   context.sub(0.01, kPreparationShare))
                      .sites;
    MetricsRun run(request, tools, context);
    MetricsReport report = run.execute(context.sub(kPreparationShare, 1), sink);
    report.seconds = secondsSince(start);
    return report;
}

MetricsEstimate Session::estimate(const MetricsRequest &request, Lane lane,
                                  const RunContext &context)
{
    const at::NoGradGuard noGradients;
    requirePlanFits(*request.generator, request.plan);
    MetricsTools tools{m_implementation->caches(lane), {}, nullptr, nullptr, 0};
    if (std::ranges::any_of(request.metrics, usesFeatures))
        tools.extractor = openExtractor(request.extractor, context.sub(0, 0.5));
    tools.perceptual = perceptualFor(request);
    tools.threads = useThreads(request.execution.threads);
    return estimateMetrics(request, tools, context.sub(0.5, 1));
}

} // namespace quantloupe
