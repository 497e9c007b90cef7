// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metrics_run.h"

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
/// As many times more, to tell what grows with the pictures from what does not.
constexpr std::size_t kMoreProbes = 8;
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
    return std::chrono::duration<double>(Clock::now() - start).count();
}

ImageStack repeated(const ImageStack &pictures, std::size_t times)
{
    ImageStack result = pictures;
    result.pixels.clear();
    for (std::size_t i = 0; i < times; ++i)
        result.pixels.insert(result.pixels.end(), pictures.pixels.begin(), pictures.pixels.end());
    result.count = times * pictures.count;
    return result;
}

/// Of a picture in one set, without what each distance costs however few pictures it has. Pictures
/// of one colour throughout have no SWD, and cost nothing.
double swdSeconds(const SwdRequest &request, const ImageStack &pictures, const RunContext &context)
{
    const ImageStack more = repeated(pictures, kMoreProbes);
    const auto seconds = [&](const ImageStack &set) {
        return secondsOf([&] { swd(set, set, request, context); });
    };
    try {
        seconds(pictures);
        const double few = seconds(pictures);
        const double many = seconds(more);
        return std::max(0.0, many - few) / static_cast<double>(2 * (more.count - pictures.count));
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
    const double seconds = secondsOf([&] { frechetDistance(stats, stats, threads, context); });
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
    if (plan.wants(MetricKind::Frechet)) {
        const auto points = static_cast<double>(2 * pointsBefore(request.count).size());
        seconds +=
            (distances + points) * frechetSeconds(request.count, dimension, threads, context);
    }
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
    const RunContext stoppable(context.stopToken());
    double measuring = 0;
    if (m_plan.sets.extractor)
        measuring +=
            secondsOf([&] { m_plan.sets.extractor->extract(images, swd.threads, stoppable); });
    if (m_plan.sets.swd != SwdForm::None)
        measuring +=
            swdSeconds(swd, stackOf(images), stoppable) * static_cast<double>(images.size());
    const double rows = featureRowSeconds(m_request, m_plan, stoppable);
    // Pairs are two runs, a float reference is half as much; files need two halves besides.
    const bool isFloat = isFloatReference(m_request);
    const double generated = isFloat ? 1.5 : 1;
    const double sets = isFloat ? 3 : 5;
    const double passes = m_plan.sets.swd == SwdForm::Histogram ? 2 : 1;
    return rows + (generation * generated * passes + measuring * sets) *
                      static_cast<double>(samples) / static_cast<double>(probe);
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
