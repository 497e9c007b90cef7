// SPDX-License-Identifier: GPL-3.0-or-later
#include "feature_sets.h"

#include "base/error.h"
#include "base/version.h"
#include "metrics/feature_files.h"
#include "session/input_files.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

void requireFeaturesOf(const FeatureSource &source)
{
    if (source.stats && source.stats->features.count == 0)
        throw Error(ErrorKind::BadInput,
                    source.name + " holds mean and covariance alone, but the features of its "
                                  "pictures are needed; give the pictures, or a .safetensors file "
                                  "of `quantloupe-cli features`.");
}

Features firstRows(const Features &features, std::size_t count)
{
    const std::size_t rows = std::min(count, features.count);
    const auto end = static_cast<std::ptrdiff_t>(rows * features.dimension);
    return {rows, features.dimension, {features.values.begin(), features.values.begin() + end}};
}

constexpr std::size_t kShownDigits = 12;

} // namespace

std::size_t FeatureSource::size(std::size_t count) const
{
    return images ? std::min(images->size(), count) : stats->n;
}

FeatureSource openFeatureSource(const std::string &source)
{
    FeatureSource opened;
    opened.name = source;
    if (source.ends_with(".npz") || isFeatureFile(source))
        opened.stats = readFeatureStats(source);
    else
        opened.images = openGivenImages(source);
    return opened;
}

FeatureSets::FeatureSets(CommandContext &context, const FeatureDistanceOptions &options)
    : m_context(context), m_options(options), m_a(openFeatureSource(options.a))
{
    if (!options.b.empty())
        m_b = openFeatureSource(options.b);
    if (m_a.images || m_b.images)
        openExtractor();
    for (const FeatureSource *source : {&m_a, &m_b})
        if (!m_identity.isKnown() && source->stats)
            m_identity = source->stats->identity;
    requireOneMeasure();
}

void FeatureSets::openExtractor()
{
    const std::string &pictures = m_a.images ? m_a.name : m_b.name;
    if (m_options.extractor.file.empty())
        throw Error(ErrorKind::BadInput,
                    "The features of " + pictures +
                        " need a feature network; name its file with --extractor (pytorch-fid's "
                        "pt_inception-2015-12-05-6726825d.pth, or TorchScript).");
    const ExtractorRequest request = extractorFor(m_options.extractor);
    m_extractor = m_context.session.openExtractor(request, m_context.run.sub(0, 0.02));
    m_identity = m_extractor->identity();
}

void FeatureSets::requireOneMeasure() const
{
    for (const FeatureSource *source : {&m_a, &m_b}) {
        if (!source->stats)
            continue;
        const std::string difference = differenceOf(source->stats->identity, m_identity);
        if (!difference.empty())
            throw Error(ErrorKind::BadInput,
                        source->name + " does not compare: " + difference + ".");
        if (!source->stats->identity.isKnown())
            note(m_context, source->name + " does not tell how its features were measured; it is "
                                           "taken to be as the other set.");
    }
}

void FeatureSets::requireFeatures() const
{
    requireFeaturesOf(m_a);
    requireFeaturesOf(m_b);
}

void FeatureSets::measure(const FeatureSource &source, std::size_t count, const RunContext &run,
                          const FeatureSink &sink)
{
    if (source.stats) {
        requireFeaturesOf(source);
        return sink(firstRows(source.stats->features, count));
    }
    run.describe("Measuring the features of " + source.name);
    ImagePreparation preparation = preparationFor(m_options.preparation);
    preparation.count = count;
    const MeasuredPictures measured =
        measureSet(*source.images, preparation, *m_extractor, m_context.global.threads, run, sink);
    for (const std::string &skipped : measured.skipped)
        note(m_context, skipped);
    m_skipped += measured.skipped.size();
}

FeatureStats FeatureSets::stats(const FeatureSource &source, std::size_t count,
                                const RunContext &run)
{
    if (source.stats)
        return *source.stats;
    FeatureAccumulator accumulator(m_identity);
    measure(source, count, run, [&](const Features &batch) {
        accumulator.add(batch, m_context.global.threads, RunContext(run.stopToken()));
    });
    return accumulator.finish(m_context.global.threads, RunContext(run.stopToken()));
}

Features FeatureSets::features(const FeatureSource &source, std::size_t count,
                               const RunContext &run)
{
    Features all{0, m_identity.dimension, {}};
    measure(source, count, run, [&](const Features &batch) {
        all.count += batch.count;
        all.values.insert(all.values.end(), batch.values.begin(), batch.values.end());
    });
    return all;
}

void FeatureSets::addTo(nlohmann::ordered_json &answer) const
{
    answer["extractor"] = nullptr;
    if (m_identity.isKnown())
        answer["extractor"] = {{"name", m_identity.extractor}, {"sha256", m_identity.sha256}};
    answer["dimension"] = m_identity.dimension;
    answer["pipeline"] = nullptr;
    if (!m_identity.pipeline.empty())
        answer["pipeline"] = m_identity.pipeline;
    if (!m_extractor)
        return;
    const ImagePreparation preparation = preparationFor(m_options.preparation);
    answer["preparation"] = {{"crop", name(preparation.crop)}};
    if (preparation.side != 0) {
        answer["preparation"]["side"] = preparation.side;
        answer["preparation"]["filter"] = "OpenCV " + std::string(name(preparation.filter));
    }
    answer["skipped"] = m_skipped;
}

std::string FeatureSets::text() const
{
    const std::string dimension = std::to_string(m_identity.dimension) + " features";
    if (!m_identity.isKnown())
        return dimension + " of an extractor that the files do not tell";
    return dimension + " of " + m_identity.extractor + " (" +
           m_identity.sha256.substr(0, kShownDigits) + "), " + m_identity.pipeline;
}

nlohmann::ordered_json distanceHead(const CommandContext &context, const std::string &command,
                                    const FeatureDistanceOptions &options)
{
    return {{"tool", "quantloupe"},        {"version", kVersion}, {"command", command},
            {"seed", context.global.seed}, {"images", options.a}, {"reference", options.b}};
}

std::string floorObstacle(std::size_t n, std::size_t available)
{
    if (n == 0)
        return "the number of pictures is not known";
    if (available / 2 >= n)
        return {};
    return "two halves of " + std::to_string(n) + " need " + std::to_string(2 * n) +
           " reference pictures, but there are " + std::to_string(available);
}

} // namespace quantloupe::cli
