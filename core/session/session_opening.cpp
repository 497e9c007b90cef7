// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "data/image_set.h"
#include "model/generator.h"
#include "session/extractor_kind.h"
#include "session/session_implementation.h"

#include <algorithm>
#include <filesystem>

namespace quantloupe {

namespace {

/// Its name begins like that of a generator.
void requireNoImageSet(const std::string &path)
{
    if (path == kBuiltinAvatars)
        throw Error(ErrorKind::BadInput,
                    path +
                        " is a set of pictures, not a generator; open builtin:avatars-64, or "
                        "write the pictures with `quantloupe-cli images " +
                        path + "`.");
}

} // namespace

const GeneratorInfo &info(const Generator &generator)
{
    return generator.info;
}

SamplingPlan samplingPlan(const Generator &generator)
{
    return generator.plan;
}

CalibrationPlan calibrationPlan(const Generator &generator)
{
    CalibrationPlan plan;
    plan.count = usedCount(generator.info, plan.count);
    return plan;
}

int usedCount(const GeneratorInfo &info, int count)
{
    return info.isImageToImage() ? std::min(count, kMostCalibrationPictures) : count;
}

GeneratorPtr Session::open(const OpenRequest &request, const RunContext &context)
{
    context.describe("Opening %1", std::filesystem::path(request.path).filename().string());
    context.advance(0);
    requireNoImageSet(request.path);
    const LoadOptions options{request.path, request.architectureFile, request.assumptions,
                              request.network, request.keepTrainingMode};
    useThreads(0);
    m_implementation->trials.requireHarmless(options, context.sub(0, 0.6));
    context.advance(0.6);
    GeneratorPtr generator = loadGenerator(options);
    context.advance(1);
    return generator;
}

FeatureExtractorPtr Session::openExtractor(const ExtractorRequest &request,
                                           const RunContext &context)
{
    context.describe("Opening %1", std::filesystem::path(request.file).filename().string());
    context.advance(0);
    useThreads(0);
    FeatureExtractorPtr extractor;
    const ExtractorKind kind = extractorKind(request.file);
    if (kind == ExtractorKind::Attributes) {
        if (request.pipeline.value_or(InputResize::Clean) != InputResize::Clean)
            throw Error(ErrorKind::BadInput, request.file + " has one pipeline, clean.");
        extractor = openAttributeExtractor(request.file);
    } else if (kind == ExtractorKind::Scripted) {
        ScriptedExtractorRequest scripted = request.scripted;
        scripted.file = request.file;
        scripted.resize = request.pipeline.value_or(InputResize::Clean);
        m_implementation->trials.requireHarmless(scripted, context.sub(0, 0.6));
        extractor = openScriptedExtractor(scripted);
    } else {
        extractor = openInception(
            {request.file, request.depth, request.pipeline.value_or(InputResize::PytorchFid)});
    }
    context.advance(1);
    return extractor;
}

} // namespace quantloupe
