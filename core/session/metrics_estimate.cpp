// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metrics_run.h"

#include "base/elapsed.h"
#include "base/error.h"
#include "metrics/frechet_bootstrap.h"
#include "metrics/kernel_distance.h"
#include "metrics/sliced_distance.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace quantloupe {

namespace {

/// Pictures whose time is taken.
constexpr std::size_t kProbe = 8;
/// Pictures of an SWD whose time is taken: enough that its rows are long ones.
constexpr std::size_t kSwdProbe = 256;
/// Its directions, to tell what each costs from what pyramids and patches do.
constexpr int kFewDirections = 16;
constexpr int kMoreDirections = 64;
/// Features and made-up pictures of the distances whose time is taken.
constexpr std::size_t kProbeSide = 192;
/// Neighbours take the distances within three sets and between two pairs of them in double
/// precision, where a KID takes three products of sets in single precision.
constexpr double kKernelsOfNeighbours = 10.0 / 3;

using Clock = std::chrono::steady_clock;

/// Runs `work` and tells its seconds.
template <typename Work> double secondsOf(const Work &work)
{
    const auto start = Clock::now();
    work();
    return secondsSince(start);
}

/// At least `count` pictures, those given again and again.
ImageStack repeated(const ImageStack &pictures, std::size_t count)
{
    ImageStack result = pictures;
    while (result.count < count) {
        result.pixels.insert(result.pixels.end(), pictures.pixels.begin(), pictures.pixels.end());
        result.count += pictures.count;
    }
    return result;
}

/// Of a picture in one set of `count`. Pictures of one colour throughout have no SWD, and cost
/// nothing.
double swdSeconds(SwdRequest request, const ImageStack &pictures, std::size_t count,
                  const RunContext &context)
{
    const int directions = request.directions;
    const ImageStack set = repeated(pictures, std::min(count, kSwdProbe));
    const auto seconds = [&](const ImageStack &each, int asked) {
        request.directions = asked;
        return secondsOf([&] { swd(each, each, request, context); });
    };
    try {
        seconds(pictures, kFewDirections);
        const double few = seconds(set, kFewDirections);
        const double more = seconds(set, kMoreDirections);
        const double each = std::max(0.0, more - few) / (kMoreDirections - kFewDirections);
        return (few + each * (directions - kFewDirections)) / static_cast<double>(2 * set.count);
    } catch (const Error &) {
        return 0;
    }
}

Features madeUp(std::size_t count, std::size_t dimension)
{
    Features features{count, dimension, std::vector<float>(count * dimension)};
    RandomStream random(0, StreamRole::Probe, 0);
    for (float &value : features.values)
        value = static_cast<float>(random.uniform());
    return features;
}

/// Of one Frechet distance, which takes the cube of the dimension, or of the pictures where there
/// are fewer.
double frechetSeconds(std::size_t count, std::size_t dimension, int threads,
                      const RunContext &context)
{
    const std::size_t side = std::min(count, dimension);
    const std::size_t probe = std::min(side, kProbeSide);
    const FeatureStats stats =
        featureStats(madeUp(2 * probe + 2, probe), {{}, {}, {}, probe}, threads, context);
    const double seconds = secondsOf([&] { frechetDistance(stats, stats, context); });
    return seconds * std::pow(static_cast<double>(side) / static_cast<double>(probe), 3);
}

/// Of one KID, which takes the square of the pictures.
double kernelSeconds(std::size_t count, std::size_t dimension, int threads,
                     const RunContext &context)
{
    const std::size_t probe = std::min(count, kProbeSide);
    const Features features = madeUp(probe, dimension);
    const double seconds =
        secondsOf([&] { kernelDistance(features, features, {}, threads, context); });
    return seconds * std::pow(static_cast<double>(count) / static_cast<double>(probe), 2);
}

/// Of one sliced distance, which goes with the pictures.
double slicedSeconds(std::size_t count, std::size_t dimension, int threads,
                     const RunContext &context)
{
    const std::size_t probe = std::min(count, kProbeSide);
    const Features features = madeUp(probe, dimension);
    const double seconds =
        secondsOf([&] { slicedDistance(features, features, {.threads = threads}, context); });
    return seconds * static_cast<double>(count) / static_cast<double>(probe);
}

/// Of all resamples of a Frechet distance, measured on a few of them and of the samples: most of
/// their time goes with the samples.
double bootstrapSeconds(std::size_t count, std::size_t dimension, int threads,
                        const RunContext &context)
{
    const std::size_t probe = std::min(count, 4 * kProbeSide);
    const std::size_t resamples = static_cast<std::size_t>(std::max(2, threads));
    const Features features = madeUp(probe, dimension);
    const FeatureIdentity identity{{}, {}, {}, dimension};
    const FrechetReference reference(
        std::make_shared<const FeatureStats>(featureStats(features, identity, threads, context)));
    const double seconds = secondsOf([&] {
        frechetDeltaInterval(reference, {features, features}, 0, {0, resamples, threads}, context);
    });
    return seconds * static_cast<double>(kFrechetResamples) / static_cast<double>(resamples) *
           static_cast<double>(count) / static_cast<double>(probe);
}

/// Of the course of a Frechet distance while the samples are measured.
double courseSeconds(const MetricsRequest &request, const MetricsPlan &plan,
                     const RunContext &context)
{
    if (!plan.sets.extractor || !plan.wants(MetricKind::Frechet))
        return 0;
    const auto points = static_cast<double>(2 * pointsBefore(request.count).size());
    return points * frechetSeconds(request.count, plan.sets.extractor->identity().dimension,
                                   plan.sets.stream.request.threads, context);
}

/// What rows of features take once all features are there.
double featureRowSeconds(const MetricsRequest &request, const MetricsPlan &plan,
                         const RunContext &context)
{
    if (!plan.sets.extractor)
        return 0;
    const std::size_t dimension = plan.sets.extractor->identity().dimension;
    const int threads = plan.sets.stream.request.threads;
    const double distances = isFloatReference(request) ? 2 : 3;
    double seconds = 0;
    if (plan.wants(MetricKind::Frechet))
        seconds += distances * frechetSeconds(request.count, dimension, threads, context);
    if (plan.bootstrapsFrechet && request.count >= kFewestResampled)
        seconds += bootstrapSeconds(request.count, dimension, threads, context);
    if (!plan.keepObstacle.empty())
        return seconds;
    // The points of its curve are halves, quarters, ... of the whole, of two sets.
    if (plan.wants(MetricKind::FeatureSlicedWasserstein))
        seconds += (distances + 2) * slicedSeconds(request.count, dimension, threads, context);
    const bool findsNeighbours = std::ranges::any_of(plan.metrics, usesNeighbours);
    if (!plan.wants(MetricKind::Kernel) && !findsNeighbours)
        return seconds;
    const double kernel = kernelSeconds(request.count, dimension, threads, context);
    // The points of its curve are quarters, sixteenths, ... of the whole.
    if (plan.wants(MetricKind::Kernel))
        seconds += (distances + 2.0 / 3) * kernel;
    if (findsNeighbours)
        seconds += kKernelsOfNeighbours * kernel;
    return seconds;
}

/// The phase from `from` to `to`, of whose work the share `left` is still to be done.
MetricsPhase phaseOf(MetricsStage stage, double from, double to, double left, double seconds)
{
    const auto place = [](double share) {
        return kPreparationShare + (1 - kPreparationShare) * share;
    };
    return {stage, place(to - (to - from) * left), place(to), seconds};
}

double shareLeft(std::size_t resumed, std::size_t count)
{
    return 1 - static_cast<double>(std::min(resumed, count)) / static_cast<double>(count);
}

} // namespace

/// The first run is left out: it fills caches and compiles.
MetricsRun::PictureSeconds MetricsRun::probe(const RunContext &context)
{
    const auto batch = static_cast<std::size_t>(m_pairs.facts().microBatch);
    const std::size_t count = (kProbe + batch - 1) / batch * batch;
    SampledPairs pairs = sampledPairs(0, batch, context);
    PictureSeconds seconds;
    seconds.pair = secondsOf([&] { pairs = sampledPairs(batch, count, context); }) /
                   static_cast<double>(count);
    const std::vector<Image> &images = pairs.reference.images;
    SwdRequest swd = m_plan.sets.stream.request;
    swd.keptSides.clear();
    if (m_plan.sets.extractor)
        seconds.features =
            secondsOf([&] { m_plan.sets.extractor->extract(images, swd.threads, context); }) /
            static_cast<double>(images.size());
    if (m_plan.sets.swd != SwdForm::None)
        seconds.sliced = swdSeconds(swd, stackOf(images), m_request.count, context);
    return seconds;
}

std::vector<MetricsPhase> MetricsRun::phases(const ResumedSamples &resumed,
                                             const RunContext &context)
{
    const RunContext stoppable(context.stopToken());
    const PictureSeconds each = probe(stoppable);
    context.advance(0.5);
    const auto [samplesFrom, projectionFrom, numbersFrom] = bounds();
    const bool isFloat = isFloatReference(m_request);
    const auto count = static_cast<double>(m_request.count);
    // A float reference is half of the pairs; files need two halves besides, where they can.
    const auto referencePictures = static_cast<double>(m_reference.pictures());
    const double generated = isFloat ? each.pair / 2 : 0;
    const double sets = 2 + (isFloat || referencePictures < 2 * count ? 1 : 3);
    const double sliced = sets * count * each.sliced;
    const bool projects = m_plan.sets.swd == SwdForm::Histogram;
    const double referenceLeft = isFloat ? shareLeft(resumed.reference, m_request.count) : 1;
    const double samplesLeft = shareLeft(resumed.samples, m_request.count);
    std::vector<MetricsPhase> phases = {
        phaseOf(MetricsStage::Reference, 0, samplesFrom, referenceLeft,
                samplesFrom > 0 ? referenceLeft * referencePictures * (generated + each.features)
                                : 0),
        phaseOf(MetricsStage::Samples, samplesFrom, projectionFrom, samplesLeft,
                samplesLeft * (count * (each.pair + 2 * each.features) +
                               courseSeconds(m_request, m_plan, stoppable))),
        phaseOf(MetricsStage::Projection, projectionFrom, numbersFrom, 1,
                projects ? count * (each.pair + generated) + sliced : 0),
        phaseOf(MetricsStage::Numbers, numbersFrom, 1, 1,
                featureRowSeconds(m_request, m_plan, stoppable) + (projects ? 0 : sliced))};
    std::erase_if(phases, [](const MetricsPhase &phase) { return phase.seconds <= 0; });
    return phases;
}

MetricsEstimate estimateMetrics(const MetricsRequest &request, const MetricsTools &tools,
                                const RunContext &context)
{
    const MetricsPlan plan =
        planMetrics(request, {tools.extractor, tools.perceptual}, tools.threads);
    const MeasurementState state(cacheFor(request), plan.key);
    MetricsEstimate estimate;
    estimate.samples =
        request.count * (isFloatReference(request) && needsReference(request) ? 3 : 2);
    estimate.resumable = std::min(request.count, state.pairParts() * plan.partSize);
    ResumedSamples resumed;
    if (request.resume)
        resumed = {state.referenceParts() * plan.partSize, estimate.resumable};
    // Float samples take as long as quantized ones, and need no calibration.
    MetricsRequest probe = request;
    probe.config = {};
    estimate.phases = MetricsRun(probe, tools, context).phases(resumed, context);
    for (const MetricsPhase &phase : estimate.phases)
        estimate.seconds += phase.seconds;
    context.advance(1);
    return estimate;
}

} // namespace quantloupe
