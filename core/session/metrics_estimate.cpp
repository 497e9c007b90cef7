// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metrics_run.h"

#include "base/error.h"

#include <algorithm>
#include <chrono>

namespace quantloupe {

namespace {

/// Pictures whose time is taken.
constexpr std::size_t kProbe = 8;

using Clock = std::chrono::steady_clock;

/// Runs `work` and tells its seconds.
template <typename Work> double secondsOf(const Work &work)
{
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Of one set. Pictures of one colour throughout have no SWD, and cost nothing.
double swdSeconds(const SwdRequest &request, const ImageStack &pictures, const RunContext &context)
{
    try {
        return secondsOf([&] { swd(pictures, pictures, request, context); }) / 2;
    } catch (const Error &) {
        return 0;
    }
}

} // namespace

/// From a few samples; the first run is left out: it fills caches and compiles.
double MetricsRun::secondsOfAll(std::size_t samples, const RunContext &context)
{
    const auto batch = static_cast<std::size_t>(m_pairs.facts().microBatch);
    const std::size_t probe = (kProbe + batch - 1) / batch * batch;
    SampledPairs pairs = sampledPairs(0, batch, context);
    const double generation = secondsOf([&] { pairs = sampledPairs(batch, probe, context); });
    context.advance(0.5);
    const std::vector<Image> &images = pairs.reference.images;
    SwdRequest swd = m_plan.sets.stream.request;
    swd.keptSides.clear();
    double measuring = 0;
    if (m_plan.sets.extractor)
        measuring += secondsOf([&] {
            m_plan.sets.extractor->extract(images, swd.threads, RunContext(context.stopToken()));
        });
    if (m_plan.sets.swd != SwdForm::None)
        measuring += swdSeconds(swd, stackOf(images), RunContext(context.stopToken()));
    // Pairs are two runs, a float reference is half as much; files need two halves besides.
    const bool isFloat = isFloatReference(m_request);
    const double generated = isFloat ? 1.5 : 1;
    const double sets = isFloat ? 3 : 5;
    const double passes = m_plan.sets.swd == SwdForm::Histogram ? 2 : 1;
    return (generation * generated * passes + measuring * sets) * static_cast<double>(samples) /
           static_cast<double>(probe);
}

MetricsEstimate estimateMetrics(const MetricsRequest &request, const MetricsTools &tools,
                                const RunContext &context)
{
    const MetricsPlan plan =
        planMetrics(request, {tools.extractor, tools.perceptual}, tools.threads);
    const MeasurementState state(cacheFor(request), plan.key);
    MetricsEstimate estimate;
    estimate.samples = request.count * (isFloatReference(request) ? 3 : 2);
    estimate.resumable = std::min(request.count, state.pairParts() * plan.partSize);
    // Float samples take as long as quantized ones, and need no calibration.
    MetricsRequest probe = request;
    probe.config = {};
    estimate.seconds =
        MetricsRun(probe, tools, context)
            .secondsOfAll(request.count - (request.resume ? estimate.resumable : 0), context);
    context.advance(1);
    return estimate;
}

} // namespace quantloupe
