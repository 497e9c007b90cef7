// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_source.h"

#include "base/error.h"
#include "data/sample_list.h"
#include "picture_fit.h"
#include "session/input_files.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

void requireInputsOf(const GeneratorInfo &info, const InputOptions &options)
{
    const bool fromImages = info.isImageToImage();
    if (!options.latents.empty() && fromImages)
        throw Error(ErrorKind::BadInput,
                    info.name + " takes pictures; give --images, not --latents.");
    if (!options.images.empty() && !fromImages)
        throw Error(ErrorKind::BadInput,
                    info.name + " takes latents, not pictures; leave out --images.");
    const bool hasOthers = options.count || !options.latents.empty() || !options.images.empty();
    if (!options.samples.empty() && hasOthers)
        throw Error(ErrorKind::BadInput, "--samples names every sample; leave out --count, "
                                         "--latents and --images.");
}

bool takesClasses(const GeneratorInfo &info)
{
    return std::ranges::any_of(info.inputs,
                               [](const InputInfo &input) { return input.classes > 0; });
}

/// How many of --count there are.
std::size_t readLatentsFor(CommandContext &context, const Generator &generator,
                           const InputOptions &options, SampleSource &source)
{
    source.latents = readLatents(options.latents);
    if (takesClasses(info(generator)))
        source.labels = readLabels(options.latents, source.latents->size());
    noteShortfall(context, options.count, options.latents, source.latents->size());
    return std::min(options.countOrDefault(), source.latents->size());
}

std::size_t readImagesFor(CommandContext &context, const Generator &generator,
                          const InputOptions &options, SampleSource &source)
{
    const GivenImages given = readGivenImages(options.images, options.countOrDefault());
    for (const std::string &skipped : given.skipped)
        note(context, skipped);
    source.images = fittedPictures(given.images, options, info(generator));
    noteShortfall(context, options.count, options.images, source.images->size());
    return std::min(options.countOrDefault(), source.images->size());
}

} // namespace

SampleSource namedSamples(const GeneratorInfo &info, const std::string &text)
{
    SampleList list = parseSampleList(text);
    if (info.isImageToImage() && !list.blends.empty())
        throw Error(ErrorKind::BadInput, info.name + " takes pictures, which have nothing between "
                                                     "them; name whole samples.");
    SampleSource source;
    source.samples = std::move(list.samples);
    source.blends = std::move(list.blends);
    return source;
}

SampleSource sampleSource(CommandContext &context, const Generator &generator,
                          const InputOptions &options)
{
    requireInputsOf(info(generator), options);
    if (!options.samples.empty())
        return namedSamples(info(generator), options.samples);
    SampleSource source;
    std::size_t count = options.countOrDefault();
    if (!options.latents.empty())
        count = readLatentsFor(context, generator, options, source);
    if (!options.images.empty())
        count = readImagesFor(context, generator, options, source);
    source.samples = firstSamples(context.global.seed, count);
    return source;
}

} // namespace quantloupe::cli
