// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_key.h"

#include "base/hash.h"
#include "engine/overlay_builder.h"
#include "session/extractor_key.h"
#include "session/sensitivity_batches.h"

#include <sstream>

namespace quantloupe {

namespace {

/// Changes with what the numbers mean, so that none of an earlier meaning is taken over.
constexpr const char *kMeaning = "sensitivity 1";

/// Doubles to the last bit.
std::ostringstream exactStream()
{
    std::ostringstream text;
    text << std::hexfloat;
    return text;
}

void addGenerator(std::ostringstream &text, const GeneratorInfo &info)
{
    text << info.sha256 << '/' << info.architecture << '/' << sha256(info.architectureFile) << '/'
         << info.network << '/' << info.hasTrainingMode << '/' << info.format;
    for (const Assumption &assumption : info.assumptions)
        text << '/' << assumption.key << '=' << assumption.value;
}

void addReference(std::ostringstream &text, const SensitivityRequest &request)
{
    const MetricsReference &reference = request.reference;
    text << '/' << reference.source << '/' << name(reference.crop) << '/' << name(reference.filter);
    if (usesFeatures(request.metric))
        text << '/' << keyText(request.extractor);
    text << '/' << keyText(request.perceptual);
}

/// Named samples, with the values of given ones.
void addSamples(std::ostringstream &text, const SampleSource &source)
{
    text << "/samples " << name(source.role);
    for (const SampleRef &sample : source.samples)
        text << ' ' << sample.seed << ':' << sample.index;
    for (const LatentBlend &blend : source.blends)
        text << '~' << blend.towards.seed << ':' << blend.towards.index << '@' << blend.share;
    Sha256 given;
    if (source.latents)
        for (const std::vector<float> &latent : *source.latents)
            given.add(std::as_bytes(std::span(latent)));
    if (source.images)
        for (const Image &image : *source.images)
            given.add(std::as_bytes(std::span(image.pixels)));
    if (source.labels)
        given.add(std::as_bytes(std::span(*source.labels)));
    text << '/' << given.hex();
}

std::string commonText(const SensitivityRequest &request)
{
    std::ostringstream text = exactStream();
    text << kMeaning << '/';
    addGenerator(text, info(*request.generator));
    text << '/' << planText(request.plan) << '/' << request.plan.truncation << '/'
         << name(request.metric) << '/' << request.count << '/' << request.seed << '/'
         << request.execution.microBatch << '/' << request.execution.threads;
    if (!isSwept(request.metric))
        addReference(text, request);
    if (request.region)
        text << "/region " << toText(*request.region);
    if (request.samples)
        addSamples(text, *request.samples);
    return text.str();
}

std::string calibrationText(const SensitivityRequest &request)
{
    std::ostringstream text = exactStream();
    text << request.calibration.count << '/' << request.calibration.seed << '/'
         << name(request.calibration.inputs);
    if (request.calibrationImages) {
        Sha256 pixels;
        for (const Image &image : *request.calibrationImages)
            pixels.add(std::as_bytes(std::span(image.pixels)));
        text << '/' << pixels.hex();
    }
    if (request.ranges)
        for (const auto &[layer, known] : request.ranges->layers)
            text << '/' << layer << '=' << toText(known.spec) << ',' << known.range.scale << ','
                 << known.range.zeroPoint << ',' << known.range.quantMin << ','
                 << known.range.quantMax;
    return text.str();
}

} // namespace

SensitivityKeys::SensitivityKeys(const SensitivityRequest &request)
    : m_common(commonText(request)), m_calibration(calibrationText(request))
{
}

CellKey SensitivityKeys::of(const QuantConfig &config, int repeat) const
{
    std::string text = m_common + "/" + std::to_string(repeat);
    if (quantizesActivations(config))
        text += "/" + m_calibration;
    for (const auto &[layer, spec] : config.layers())
        text += "/" + layer + "=" + toText(spec.weight) + "," + toText(spec.activation);
    return sha256(text);
}

} // namespace quantloupe
