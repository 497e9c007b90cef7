// SPDX-License-Identifier: GPL-3.0-or-later
#include "feature_sets.h"

#include "base/error.h"
#include "base/version.h"
#include "metrics/feature_files.h"
#include "picture_fit.h"
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
    else
        takeStatistics();
    for (const FeatureSource *source : {&m_a, &m_b})
        if (source->stats) {
            requireOneMeasure(*source);
            assumeOneMeasure(*source);
        }
}

void FeatureSets::openExtractor()
{
    const std::string &pictures = m_a.images ? m_a.name : m_b.name;
    if (m_options.extractor.file.empty())
        throw Error(ErrorKind::BadInput,
                    "The features of " + pictures +
                        " need a feature network; name its file with --extractor (pytorch-fid's "
                        "pt_inception-2015-12-05-6726825d.pth, or TorchScript).");
    refuseIdle(idleOptions(m_options.extractor));
    m_preparation = preparationFor(m_options.preparation);
    const ExtractorRequest request = extractorFor(m_options.extractor);
    m_extractor = m_context.session.openExtractor(request, m_context.run.sub(0, 0.02));
    m_identity = m_extractor->identity();
}

void FeatureSets::takeStatistics()
{
    ExtractorOptions extractor = m_options.extractor;
    // A command about one set always takes one.
    if (m_options.b.empty())
        extractor.file.clear();
    refuseIdle(idleOptions(extractor, m_options.preparation,
                           "statistics, whose pictures were measured before"));
    for (const FeatureSource *source : {&m_a, &m_b}) {
        if (!source->stats)
            continue;
        if (!m_identity.isKnown())
            m_identity = source->stats->identity;
        if (!m_preparation)
            m_preparation = source->stats->preparation;
    }
}

void FeatureSets::requireOneMeasure(const FeatureSource &source) const
{
    const std::string difference = differenceOf(source.stats->identity, m_identity);
    if (!difference.empty())
        throw Error(ErrorKind::BadInput, source.name + " does not compare: " + difference + ".");
    if (!source.stats->preparation)
        return;
    const std::string own = preparationText(*source.stats->preparation);
    const std::string other = preparationText(*m_preparation);
    if (own != other)
        throw Error(ErrorKind::BadInput, source.name +
                                             " does not compare: the pictures of the sets were "
                                             "prepared differently (" +
                                             own + ", and " + other +
                                             "); prepare both with the same --crop and --resize.");
}

void FeatureSets::assumeOneMeasure(const FeatureSource &source)
{
    if (m_options.b.empty() || (source.stats->identity.isKnown() && source.stats->preparation))
        return;
    m_assumed.push_back(source.name);
    note(m_context, source.name + (source.stats->identity.isKnown()
                                       ? " does not tell how its pictures were cropped and "
                                         "resized; they are taken to be as the other set's."
                                       : " does not tell how its features were measured; it is "
                                         "taken to be as the other set."));
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
    MeasurePlan plan{preparationFor(m_options.preparation), m_context.global.threads};
    plan.preparation.count = count;
    const MeasuredPictures measured = measureSet(*source.images, plan, *m_extractor, run, sink);
    for (const std::string &skipped : measured.skipped)
        note(m_context, skipped);
    m_skipped.insert(m_skipped.end(), measured.skipped.begin(), measured.skipped.end());
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
    answer["preparation"] = nullptr;
    if (m_preparation)
        answer["preparation"] = preparationJson(*m_preparation);
    answer["skipped"] = m_skipped;
    answer["warnings"] = m_context.notes;
}

std::string FeatureSets::text() const
{
    std::string text = std::to_string(m_identity.dimension) + " features of ";
    if (m_identity.isKnown())
        text += m_identity.extractor + " (" + m_identity.sha256.substr(0, kShownDigits) + "), " +
                m_identity.pipeline;
    else
        text += "an extractor that the files do not tell";
    if (m_preparation)
        text += "; pictures prepared with " + preparationText(*m_preparation);
    for (const std::string &name : m_assumed)
        text += "; assumed of " + name;
    return text;
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
