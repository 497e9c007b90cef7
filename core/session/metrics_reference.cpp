// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metrics_reference.h"

#include "base/hash.h"
#include "metrics/random_order.h"
#include "session/input_files.h"

#include <algorithm>
#include <span>

namespace quantloupe {

namespace {

/// Pictures of a set, and which of it the first one is.
struct Run
{
    std::vector<Image> images;
    Features features;
    std::size_t first = 0;
};

void append(Run &run, const Image &image, const Features &features, std::size_t row)
{
    run.images.push_back(image);
    if (features.count == 0)
        return;
    const std::span<const float> values = features.row(row);
    run.features.dimension = features.dimension;
    run.features.values.insert(run.features.values.end(), values.begin(), values.end());
    ++run.features.count;
}

std::vector<std::size_t> drawHalves(std::uint64_t seed, std::size_t n)
{
    const std::vector<std::size_t> order =
        randomOrder(2 * n, RandomStream(seed, StreamRole::Split, 0));
    std::vector<std::size_t> halfOf(2 * n);
    for (std::size_t i = 0; i < order.size(); ++i)
        halfOf[order[i]] = i / n;
    return halfOf;
}

void addContents(Sha256 &hash, const std::vector<Image> &images)
{
    for (const Image &image : images) {
        hash.add(std::to_string(image.width) + "x" + std::to_string(image.height) + "x" +
                 std::to_string(image.channels) + ":");
        hash.add(std::as_bytes(std::span(image.pixels)));
    }
}

} // namespace

struct MetricsReferenceSource::ImagePart
{
    Run reference;
    std::array<Run, 2> halves;
    double done = 0;
};

MetricsReferenceSource::MetricsReferenceSource(const MetricsRequest &request,
                                               const MetricsPlan &plan, const SetMeter &meter,
                                               PairSource &pairs)
    : m_request(request), m_plan(plan), m_meter(meter), m_pairs(pairs)
{
    m_identity.name = request.reference.source;
    if (isFloatReference(request))
        return;
    const ImageSetPtr set = openGivenImages(request.reference.source);
    m_available = set->size();
    requireEnoughForFid(request, plan, m_available, "reference pictures");
    m_identity.available = m_available;
    m_identity.isDrawn = m_available > request.count;
    m_images.emplace(set, plan.preparation, plan.sets.stream.channels,
                     m_identity.isDrawn ? std::optional(request.seed) : std::nullopt);
    m_identity.preparation = plan.preparation;
    if (m_available / 2 >= request.count)
        m_halfOf = drawHalves(request.seed, request.count);
}

std::size_t MetricsReferenceSource::wantedImages() const
{
    return m_halfOf.empty() ? std::min(m_available, m_request.count) : m_halfOf.size();
}

void MetricsReferenceSource::measure(const MeasurementState &state, bool resumes, MetricsSets &sets,
                                     const RunContext &context)
{
    sets.reference = MeasuredSet(m_plan.sets, SwdSide::B);
    if (isFloatReference(m_request))
        measureFloat(state, resumes, sets, context);
    else
        measureImages(sets, context);
    m_identity.n = sets.reference.size();
}

void MetricsReferenceSource::measureFloat(const MeasurementState &state, bool resumes,
                                          MetricsSets &sets, const RunContext &context)
{
    context.describe("Generating the float reference");
    const std::size_t parts = m_plan.partsOf(m_request.count);
    for (std::size_t i = 0; i < parts; ++i) {
        context.advance(static_cast<double>(i) / static_cast<double>(parts));
        std::optional<SetPart> part = resumes ? state.reference(i) : std::nullopt;
        if (!part) {
            const std::size_t first = i * m_plan.partSize;
            const SampledPictures pictures =
                m_pairs.reference(PairSource::kReferenceStart + first,
                                  std::min(m_plan.partSize, m_request.count - first),
                                  RunContext(context.stopToken()));
            part = m_meter.part(pictures.images, SwdSide::B, first, context);
            part->features = m_meter.features(pictures.images, context);
            part->broken = pictures.broken;
            state.keep(i, *part);
        }
        sets.reference.add(*part, context);
    }
    // Drawn from the same stream for every configuration of the generator.
    m_identity.sha256 =
        sha256(info(*m_request.generator).sha256 + "\n" + std::to_string(m_request.seed) + "\n" +
               std::to_string(PairSource::kReferenceStart));
}

void MetricsReferenceSource::eachImagePart(Pass pass, const RunContext &context,
                                           const PartSink &sink)
{
    m_images->rewind();
    const std::size_t wanted = wantedImages();
    std::size_t seen = 0;
    std::array<std::size_t, 2> ranks = {0, 0};
    while (seen < wanted) {
        const std::vector<Image> images =
            m_images->next(std::min(m_plan.partSize, wanted - seen), context);
        if (images.empty())
            break;
        const Features features =
            pass == Pass::Measure ? m_meter.features(images, context) : Features();
        ImagePart part{{{}, {}, seen}, {Run{{}, {}, ranks[0]}, Run{{}, {}, ranks[1]}}, 0};
        for (std::size_t i = 0; i < images.size(); ++i, ++seen) {
            if (seen < m_request.count)
                append(part.reference, images[i], features, i);
            if (!m_halfOf.empty()) {
                append(part.halves[m_halfOf[seen]], images[i], features, i);
                ++ranks[m_halfOf[seen]];
            }
        }
        part.done = static_cast<double>(seen) / static_cast<double>(wanted);
        sink(part);
        context.advance(part.done);
    }
    m_skipped = m_images->skipped();
}

void MetricsReferenceSource::measureImages(MetricsSets &sets, const RunContext &context)
{
    context.describe("Measuring the reference");
    if (!m_halfOf.empty())
        sets.halves.emplace(std::array<MeasuredSet, 2>{MeasuredSet(m_plan.sets, SwdSide::A),
                                                       MeasuredSet(m_plan.sets, SwdSide::B)});
    Sha256 contents;
    const auto add = [&](MeasuredSet &set, const Run &run, SwdSide side) {
        SetPart part = m_meter.part(run.images, side, run.first, context);
        part.features = run.features;
        set.add(part, context);
    };
    eachImagePart(Pass::Measure, context, [&](const ImagePart &part) {
        addContents(contents, part.reference.images);
        add(sets.reference, part.reference, SwdSide::B);
        if (sets.halves) {
            add(sets.halves->at(0), part.halves[0], SwdSide::A);
            add(sets.halves->at(1), part.halves[1], SwdSide::B);
        }
    });
    m_identity.sha256 = contents.hex();
    const std::size_t n = m_request.count;
    if (!sets.halves || sets.halves->at(0).size() < n || sets.halves->at(1).size() < n) {
        const std::size_t readable =
            sets.halves ? sets.halves->at(0).size() + sets.halves->at(1).size() : m_available;
        sets.halves.reset();
        m_halfOf.clear();
        sets.floorObstacle = "two halves of " + std::to_string(n) + " need " +
                             std::to_string(2 * n) + " reference pictures, but there are " +
                             std::to_string(readable);
    }
}

void MetricsReferenceSource::project(MetricsHistograms &histograms, const RunContext &context)
{
    if (m_images) {
        eachImagePart(Pass::Project, context, [&](const ImagePart &part) {
            const auto add = [&](SwdHistogram &histogram, const Run &run) {
                if (!run.images.empty())
                    histogram.add(stackOf(run.images), run.first, context);
            };
            add(histograms.reference, part.reference);
            for (std::size_t i = 0; histograms.halves && i < 2; ++i)
                add(histograms.halves->at(i), part.halves.at(i));
        });
        return;
    }
    for (std::size_t first = 0; first < m_request.count; first += m_plan.partSize) {
        context.advance(static_cast<double>(first) / static_cast<double>(m_request.count));
        const SampledPictures pictures = m_pairs.reference(
            PairSource::kReferenceStart + first, std::min(m_plan.partSize, m_request.count - first),
            RunContext(context.stopToken()));
        histograms.reference.add(stackOf(pictures.images), first, context);
    }
}

ImageStack MetricsReferenceSource::firstPictures(const RunContext &context)
{
    const std::size_t count = std::min(m_plan.partSize, m_request.count);
    if (!m_images)
        return stackOf(m_pairs.reference(PairSource::kReferenceStart, count, context).images);
    m_images->rewind();
    return stackOf(m_images->next(count, context));
}

std::string MetricsReferenceSource::swdObstacle() const
{
    if (m_images && m_images->isOtherKind())
        return m_plan.sets.stream.channels == 1
                   ? "the generator's pictures are grey and the reference's are not; SWD and "
                     "SWD-grey are different measures"
                   : "the reference's pictures are grey and the generator's are not; SWD and "
                     "SWD-grey are different measures";
    if (m_identity.n != m_request.count)
        return "SWD needs as many pictures in both sets, but there are " +
               std::to_string(m_request.count) + " samples and " + std::to_string(m_identity.n) +
               " reference pictures";
    return {};
}

} // namespace quantloupe
