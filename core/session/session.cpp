// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "base/elapsed.h"
#include "engine/input_batch.h"
#include "engine/overlay_builder.h"
#include "model/generator.h"
#include "quant/clipped_share.h"
#include "session/compare_run.h"
#include "session/session_implementation.h"
#include "train/train_generator.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace quantloupe {

namespace {

using Clock = std::chrono::steady_clock;

/// Of the progress of a calibration; the rest is that of held-out samples.
constexpr double kCalibrationShare = 0.9;

/// How each range does on held-out samples; one histogram for each layer.
void addHeldOut(const Generator &generator, const std::vector<ActivationHistogram> &seen,
                const ActivationRanges &ranges, CalibrationReport &report)
{
    report.heldOutSamples = heldOutCount(generator);
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (ranges[i])
            report.heldOutClipped[generator.info.layers[i].name] =
                clippedShare(seen[i], *ranges[i]);
}

} // namespace

int useThreads(int wish)
{
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int threads = wish > 0 ? std::min(wish, cores) : cores;
    // A thread's first parallel work takes over the count that any thread set last; asking for it
    // gets that behind us.
    at::get_num_threads();
    at::set_num_threads(threads);
    return threads;
}

Session::Implementation::CalibratedConfig
Session::Implementation::calibrated(const CompareRequest &request, const QuantConfig &config,
                                    WeightCache &weights, const RunContext &context)
{
    const auto start = Clock::now();
    const bool corrects = wantsCorrections(config);
    const double rangesShare = corrects ? 0.3 : 1;
    CalibrationResult found = calibrations.ranges(request, config, context.sub(0, rangesShare));
    CalibratedConfig result;
    result.sites.corrections = corrections.corrections(request, config, found.ranges, weights,
                                                       context.sub(rangesShare, 1));
    result.sites.ranges = std::move(found.ranges);
    result.record = std::move(found.record);
    result.samplesRun = found.samplesRun;
    result.seconds = secondsSince(start);
    return result;
}

Session::Session() : m_implementation(std::make_unique<Implementation>()) {}
Session::~Session() = default;

CalibrationReport Session::calibrate(const CompareRequest &request, const RunContext &context,
                                     CalibrationParts parts)
{
    const at::NoGradGuard noGradients;
    const auto start = Clock::now();
    requirePlanFits(*request.generator, request.plan);
    useThreads(request.execution.threads);
    CalibrationReport report;
    CalibrationStore &calibrations = m_implementation->calibrations;
    const bool looksFurther = parts == CalibrationParts::RangesAndHeldOut;
    const CalibrationResult found =
        calibrations.ranges(request, context.sub(0, looksFurther ? kCalibrationShare : 1));
    report.ranges = found.record;
    if (looksFurther && !found.ranges.empty())
        addHeldOut(*request.generator,
                   *calibrations.heldOut(request, context.sub(kCalibrationShare, 1)), found.ranges,
                   report);
    const CalibrationCounts counts = calibrationCounts(*request.generator, request.calibration,
                                                       CalibrationStore::inputs(request));
    report.pictures = counts.pictures;
    report.drawn = counts.drawn;
    report.seconds = secondsSince(start);
    return report;
}

SizeReport Session::size(const Generator &generator, const QuantConfig &config) const
{
    return sizeOf(generator, config);
}

CompareReport Session::compare(const CompareRequest &request, Lane lane, const RunContext &context,
                               const PairSink &sink)
{
    const at::NoGradGuard noGradients;
    const auto start = Clock::now();
    requirePlanFits(*request.generator, request.plan);
    const int threads = useThreads(request.execution.threads);
    LaneCaches &caches = m_implementation->caches(lane);
    const bool corrects = wantsCorrections(request.config);
    const double begin = corrects ? 0.5 : quantizesActivations(request.config) ? 0.3 : 0;
    const double end = corrects ? 0.8 : 1;
    const auto calibrated = m_implementation->calibrated(request, request.config, caches.weights,
                                                         context.sub(0, begin));
    CompareRun run(request, caches, calibrated.sites);
    CompareReport report = run.execute(context.sub(begin, end), sink);
    report.corrections = m_implementation->corrections.report(request, calibrated.sites,
                                                              caches.weights, context.sub(end, 1));
    context.advance(1);
    report.ranges = calibrated.record;
    report.facts.threads = threads;
    report.facts.calibrationSeconds = calibrated.seconds;
    report.facts.calibrationSamples = calibrated.samplesRun;
    report.facts.seconds = secondsSince(start);
    return report;
}

RunFacts Session::sample(const SampleRequest &request, Lane lane, const RunContext &context,
                         const SampleSink &sink)
{
    const at::NoGradGuard noGradients;
    const auto start = Clock::now();
    requirePlanFits(*request.generator, request.plan);
    RunFacts facts;
    facts.threads = useThreads(request.execution.threads);
    LaneCaches &caches = m_implementation->caches(lane);
    const auto calibrated =
        m_implementation->calibrated(request, request.config, caches.weights, context.sub(0, 0.3));
    sampleRun(request, caches, calibrated.sites, context, sink, facts);
    facts.seconds = secondsSince(start);
    return facts;
}

LayerInspection Session::inspectLayer(const InspectRequest &request, const RunContext &context,
                                      const InspectionSink &sink)
{
    const at::NoGradGuard noGradients;
    const CompareRequest &compare = request.compare;
    requirePlanFits(*compare.generator, compare.plan);
    useThreads(compare.execution.threads);
    LayerInspector inspector(request, m_implementation->inspection);
    LayerInspection report = inspector.weight(
        m_implementation->corrections.rewrittenLayer(compare, inspector.layer()),
        context.sub(0, 0.1));
    if (request.parts == InspectParts::Weight)
        return report;
    if (sink)
        sink(report);
    CalibrationStore &calibrations = m_implementation->calibrations;
    const RunContext calibrating = context.sub(0.1, 0.5);
    const auto calibrated = m_implementation->calibrated(
        compare, inspector.config(), m_implementation->inspection.weights, calibrating);
    // Also where a calibration is known: what a request gets must not depend on those before it.
    CalibrationStore::Histograms histograms;
    if (inspector.needsCalibration() && calibrations.canSee(compare))
        histograms = calibrations.histograms(compare, calibrating);
    inspector.addActivation(report, histograms.get(), calibrated.sites.ranges,
                            context.sub(0.5, 0.6));
    if (report.activation.range)
        inspector.addHeldOut(report, *calibrations.heldOut(compare, context.sub(0.6, 0.7)));
    inspector.addFeatureMaps(report, calibrated.sites, context.sub(0.7, 1));
    context.advance(1);
    return report;
}

TrainReport Session::train(const TrainRequest &request, const RunContext &context)
{
    useThreads(request.threads);
    return trainGenerator(request, context);
}

AttributeTrainReport Session::trainFeatures(const AttributeTrainRequest &request,
                                            const RunContext &context)
{
    useThreads(request.threads);
    return trainAttributes(request, context);
}

} // namespace quantloupe
