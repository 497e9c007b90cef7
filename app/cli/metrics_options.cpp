// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics_options.h"

#include "base/error.h"
#include "words.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

/// Pictures of the reference get the generator's size, whatever --resize says of it.
void setPreparation(const PreparationOptions &options, MetricsRequest &request)
{
    const ImagePreparation preparation = preparationFor(options);
    const int side = static_cast<int>(info(*request.generator).output.at(2));
    if (preparation.side != 0 && preparation.side != side)
        throw Error(ErrorKind::BadInput, "Reference pictures are compared at the generator's " +
                                             std::to_string(side) + " pixels; give --resize " +
                                             std::to_string(side) + ":FILTER.");
    request.reference.crop = preparation.crop;
    request.reference.filter = preparation.filter;
}

/// All that needs no generator.
MetricsRequest measurementFor(const CommandContext &context, const MetricsOptions &options)
{
    MetricsRequest request;
    request.metrics = parseMetrics(options.metrics);
    if (options.resume && context.global.noCache)
        throw Error(ErrorKind::BadInput,
                    "--resume needs what --no-cache forbids to keep; give one of them.");
    if (std::ranges::any_of(request.metrics, usesFeatures))
        refuseIdle(idleOptions(options.extractor));
    request.extractor = extractorFor(options.extractor);
    if (std::ranges::count(request.metrics, MetricKind::Lpips) > 0 &&
        options.perceptual.trunk.empty())
        throw Error(ErrorKind::BadInput, "LPIPS needs the weights of its AlexNet or VGG-16, which "
                                         "do not come with the program; give their file with "
                                         "--lpips-trunk.");
    request.reference.source = options.reference;
    request.perceptual = options.perceptual;
    request.count = options.count;
    request.seed = context.global.seed;
    request.allowSmallFid = options.few;
    request.resume = options.resume;
    return request;
}

void takeOver(const CompareRequest &generation, const MetricsOptions &options,
              MetricsRequest &request)
{
    request.generator = generation.generator;
    request.config = generation.config;
    request.plan = generation.plan;
    request.calibration = generation.calibration;
    request.calibrationImages = generation.calibrationImages;
    request.ranges = generation.ranges;
    request.execution = generation.execution;
    setPreparation(options.preparation, request);
}

/// Every sample is one of them.
void takeImages(const CompareRequest &opened, const std::string &name, MetricsRequest &request)
{
    if (!opened.source.images)
        return;
    request.images = opened.source.images;
    request.imagesName = name;
    request.count = std::min(request.count, request.images->size());
}

} // namespace

void addTo(CLI::App &command, MetricsOptions &options)
{
    options.extractor.file = std::string(kBuiltinExtractor);
    addTo(command, options.generate.generator);
    addTo(command, options.generate.config);
    command.add_option("--metric", options.metrics, "Between commas: " + joined(metricNames()))
        ->capture_default_str();
    command
        .add_option("--reference", options.reference,
                    "float (the float generator on other latents), or pictures: folder, tar, "
                    "IDX(.gz), CIFAR binary, FILE.safetensors:key, builtin:avatars")
        ->capture_default_str();
    addTo(command, options.preparation);
    command.add_option("--count", options.count, "Number of samples")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    addTo(command, options.extractor, "extractor-");
    command.add_option("--lpips-trunk", options.perceptual.trunk,
                       "Trunk of LPIPS: AlexNet or VGG-16 under the names of torchvision or of "
                       "the package lpips");
    command.add_option("--lpips-heads", options.perceptual.heads,
                       "Linear heads of LPIPS, such as its alex.pth, where the trunk's file has "
                       "none");
    command.add_flag("--few", options.few,
                     "Measure FID of fewer than " + std::to_string(kFidDimension) +
                         " samples all the same, and mark it");
    command.add_flag("--resume", options.resume,
                     "Go on with an interrupted measurement of the same request");
}

MetricsRequest metricsRequestFor(CommandContext &context, const MetricsOptions &options)
{
    MetricsRequest request = measurementFor(context, options);
    GenerateOptions generate = options.generate;
    if (!generate.inputs.images.empty())
        generate.inputs.count = options.count;
    const CompareRequest opened = requestFor(context, generate);
    takeOver(opened, options, request);
    takeImages(opened, generate.inputs.images, request);
    return request;
}

MetricsRequest metricsRequestFor(const CommandContext &context, const MetricsOptions &options,
                                 const CompareRequest &opened)
{
    MetricsRequest request = measurementFor(context, options);
    takeOver(opened, options, request);
    return request;
}

} // namespace quantloupe::cli
