// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_key.h"

#include "base/hash.h"
#include "engine/overlay_builder.h"
#include "quant/correction_rules.h"
#include "session/extractor_key.h"
#include "session/sensitivity_batches.h"

#include <filesystem>
#include <sstream>
#include <system_error>

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

/// Which file a name means here and now: the same name may be another file in another folder, or
/// tomorrow. Of a key within a file (FILE:KEY), the file.
std::string fileText(const std::string &source)
{
    namespace fs = std::filesystem;
    std::error_code failure;
    fs::path path = source;
    if (!fs::exists(path, failure))
        path = source.substr(0, source.rfind(':'));
    const fs::path whole = fs::canonical(path, failure);
    if (failure)
        return {};
    std::string text =
        whole.string() + "@" +
        std::to_string(fs::last_write_time(whole, failure).time_since_epoch().count());
    if (fs::is_regular_file(whole, failure))
        text += "+" + std::to_string(fs::file_size(whole, failure));
    return text;
}

void addReference(std::ostringstream &text, const SensitivityRequest &request)
{
    const MetricsReference &reference = request.reference;
    text << '/' << reference.source << '/' << name(reference.crop) << '/' << name(reference.filter)
         << '/' << fileText(reference.source);
    if (usesFeatures(request.metric))
        text << '/' << keyText(request.extractor) << '/' << fileText(request.extractor.file);
    text << '/' << keyText(request.perceptual) << '/' << fileText(request.perceptual.trunk) << '/'
         << fileText(request.perceptual.heads);
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
    const bool isCorrected = !config.corrections().isEmpty();
    // Corrections see the samples that activations are calibrated on.
    if (isCorrected || quantizesActivations(config))
        text += "/" + m_calibration;
    if (isCorrected)
        text += "/corrections";
    for (const CorrectionRule &rule : correctionRules(config.corrections()))
        text += " " + toText(rule);
    for (const auto &[layer, spec] : config.layers())
        text += "/" + layer + "=" + toText(spec.weight) + "," + toText(spec.activation);
    return sha256(text);
}

} // namespace quantloupe
