// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metrics_plan.h"

#include "base/cache_folder.h"
#include "base/error.h"
#include "base/hash.h"
#include "exchange/config_file.h"
#include "metrics/frechet_bootstrap.h"
#include "metrics/laplacian_pyramid.h"

#include <algorithm>
#include <span>

namespace quantloupe {

namespace {

/// Samples of a part at least: enough for the threads, few enough to be lost by a stop.
constexpr std::size_t kPart = 64;
/// Features of all sets that are kept for metrics that need all of them.
constexpr std::size_t kFeatureBytes = std::size_t{2} << 30;

/// Projections of both sets of an SWD by sorting. More at once save no time.
constexpr std::size_t kProjectionBytes = std::size_t{256} << 20;

struct Picture
{
    int channels;
    int height;
    int width;

    std::string text() const
    {
        return std::to_string(width) + " x " + std::to_string(height) + " pixels";
    }
};

Picture pictureOf(const GeneratorInfo &facts)
{
    return {static_cast<int>(facts.output.at(0)), static_cast<int>(facts.output.at(1)),
            static_cast<int>(facts.output.at(2))};
}

/// Sets of `count` pictures: float, quantized and reference, and two of the reference's floor.
std::size_t setsOf(const MetricsRequest &request)
{
    return isFloatReference(request) ? 3 : 5;
}

void planSwd(const MetricsRequest &request, const Picture &picture, int threads, MetricsPlan &plan)
{
    SwdStreamPlan &stream = plan.sets.stream;
    stream.side = picture.width;
    stream.channels = picture.channels;
    stream.request.seed = request.seed;
    stream.request.threads = threads;
    stream.request.projectionBytes = kProjectionBytes;
    if (request.execution.useCache && !cacheFolder().empty())
        stream.request.keptSides = cacheFolder() / "swd";
    if (!plan.wants(MetricKind::SlicedWasserstein))
        return;
    if (picture.width != picture.height)
        plan.swdObstacle = "SWD needs squares, and the pictures have " + picture.text();
    else if (pyramidSides(picture.width).empty())
        plan.swdObstacle =
            "SWD needs 16 x 16 pixels or more, and the pictures have " + picture.text();
    if (!plan.swdObstacle.empty())
        return;
    const std::size_t bytes = request.count * setsOf(request) *
                              static_cast<std::size_t>(picture.width * picture.height) *
                              static_cast<std::size_t>(picture.channels);
    plan.sets.swd = bytes <= request.sortedSwdBytes ? SwdForm::Sorted : SwdForm::Histogram;
}

void planFeatures(const MetricsRequest &request, MetricsPlan &plan)
{
    if (!plan.sets.extractor)
        return;
    const FeatureIdentity &identity = plan.sets.extractor->identity();
    const std::size_t bytes = request.count * setsOf(request) * identity.dimension * sizeof(float);
    if (bytes > kFeatureBytes)
        plan.keepObstacle = "it needs all features at once, and those of " +
                            std::to_string(request.count) + " samples need more than 2 GiB";
    plan.bootstrapsFrechet =
        plan.wants(MetricKind::Frechet) && canBootstrapFrechet(request.count, identity.dimension);
    const bool keeps =
        plan.keepObstacle.empty() && std::ranges::any_of(request.metrics, needsAllFeatures);
    plan.sets.keep =
        keeps || plan.bootstrapsFrechet ? KeepFeatures::Always : KeepFeatures::WhereShort;
}

/// Given pictures are all measured, so that none is left to make a float reference from.
void requireEnoughPictures(const MetricsRequest &request)
{
    if (!request.images)
        return;
    if (request.images->size() < request.count)
        throw Error(ErrorKind::BadInput, std::to_string(request.count) +
                                             " samples need as many input pictures, but " +
                                             std::to_string(request.images->size()) +
                                             " are given; measure fewer samples.");
    if (isFloatReference(request) && needsReference(request))
        throw Error(ErrorKind::BadInput,
                    "The reference float needs inputs that are not measured, and there are none "
                    "beside the given pictures; give pictures as the reference.");
}

void requireMeasurable(const MetricsRequest &request, const Picture &picture)
{
    if (request.metrics.empty() || request.count == 0 ||
        request.count >= PairSource::kReferenceStart)
        throw Error(ErrorKind::BadInput, "A measurement needs a metric and a sample or more.");
    if (!isFloatReference(request) && picture.width != picture.height)
        throw Error(ErrorKind::BadInput,
                    "The generator's pictures have " + picture.text() +
                        ", but those of a reference are prepared as squares; use the reference "
                        "float.");
    requireEnoughPictures(request);
}

std::string keyOf(const MetricsRequest &request, const MetricsPlan &plan)
{
    const GeneratorInfo &facts = info(*request.generator);
    ConfigFile file = configFileFor(facts, request.plan, request.calibration, request.config);
    if (request.ranges)
        file.ranges = *request.ranges;
    std::string text = toJson(file) + facts.network + facts.architectureFile + picturesKey(request);
    const std::vector<std::uint64_t> numbers = {
        request.seed,
        request.count,
        plan.partSize,
        static_cast<std::uint64_t>(plan.sets.swd),
        static_cast<std::uint64_t>(plan.sets.stream.request.threads),
        static_cast<std::uint64_t>(request.execution.microBatch),
        static_cast<std::uint64_t>(plan.numbers.psnr + 2 * plan.numbers.ssim +
                                   4 * plan.numbers.layers)};
    for (const std::uint64_t number : numbers)
        text += "\n" + std::to_string(number);
    if (plan.sets.extractor) {
        const FeatureIdentity &identity = plan.sets.extractor->identity();
        text += "\n" + identity.extractor + "\n" + identity.sha256 + "\n" + identity.pipeline +
                "\n" + std::to_string(identity.dimension);
    }
    if (plan.perceptual) {
        const PerceptualIdentity &identity = plan.perceptual->identity();
        text += "\n" + identity.name + "\n" + identity.trunkSha256 + "\n" + identity.headsSha256;
    }
    return sha256(text);
}

std::string imagesKey(const std::shared_ptr<const std::vector<Image>> &images)
{
    Sha256 hash;
    if (images)
        for (const Image &image : *images)
            hash.add(std::as_bytes(std::span(image.pixels)));
    return hash.hex();
}

} // namespace

std::string picturesKey(const MetricsRequest &request)
{
    return imagesKey(request.calibrationImages) + imagesKey(request.images);
}

MetricInputs inputsOf(const MetricsRequest &request)
{
    if (!info(*request.generator).isImageToImage())
        return MetricInputs::Latents;
    const bool areGiven = request.images && !request.images->empty();
    return areGiven ? MetricInputs::GivenPictures : MetricInputs::DrawnPictures;
}

bool MetricsPlan::wants(MetricKind kind) const
{
    return std::ranges::find(metrics, kind) != metrics.end();
}

bool isFloatReference(const MetricsRequest &request)
{
    return request.reference.source == kFloatReference;
}

bool needsReference(const MetricsRequest &request)
{
    return std::ranges::any_of(request.metrics, [](MetricKind kind) { return !isPaired(kind); });
}

MetricsPlan planMetrics(const MetricsRequest &request, const MetricNetworks &networks, int threads)
{
    const Picture picture = pictureOf(info(*request.generator));
    requireMeasurable(request, picture);
    MetricsPlan plan;
    plan.metrics = request.metrics;
    for (const LayerInfo &layer : info(*request.generator).layers)
        plan.layers.push_back(layer.name);
    plan.sets.extractor = networks.extractor;
    plan.perceptual = networks.perceptual;
    requireEnoughForFid(request, plan, request.count, "samples");
    planSwd(request, picture, threads, plan);
    planFeatures(request, plan);
    plan.numbers = {plan.wants(MetricKind::Psnr), plan.wants(MetricKind::Ssim),
                    plan.wants(MetricKind::LayerSqnr)};
    const std::size_t batch = microBatchFor(*request.generator, request.execution.microBatch);
    plan.partSize = (kPart + batch - 1) / batch * batch;
    plan.preparation.side = picture.width;
    plan.preparation.crop = request.reference.crop;
    plan.preparation.filter = request.reference.filter;
    plan.preparation.count = request.count;
    plan.key = keyOf(request, plan);
    return plan;
}

void requireEnoughForFid(const MetricsRequest &request, const MetricsPlan &plan, std::size_t count,
                         const std::string &what)
{
    if (!plan.sets.extractor || !plan.wants(MetricKind::Frechet) || request.allowSmallFid)
        return;
    if (frechetName(plan.sets.extractor->identity()) == "FID" && count < kFidDimension)
        throw Error(ErrorKind::BadInput, "FID of " + std::to_string(count) + " " + what +
                                             " is far from that of many; measure KID, take " +
                                             std::to_string(kFidDimension) + " " + what +
                                             " or more, or say yes to a FID of few samples.");
}

CompareRequest generationOf(const MetricsRequest &request)
{
    CompareRequest generation;
    generation.generator = request.generator;
    generation.config = request.config;
    generation.plan = request.plan;
    generation.source.images = request.images;
    generation.calibration = request.calibration;
    generation.calibrationImages = request.calibrationImages;
    generation.ranges = request.ranges;
    generation.execution = request.execution;
    return generation;
}

} // namespace quantloupe
