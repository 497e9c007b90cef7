// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/hash.h"
#include "session/metrics_run.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Samples after which the histograms are kept: they are large beside a part of samples.
constexpr std::size_t kSamplesBetween = 1024;

RunContext stoppable(const RunContext &context)
{
    return RunContext(context.stopToken());
}

template <typename Histograms> auto allOf(Histograms &histograms)
{
    std::vector all = {&histograms.floatSet, &histograms.quantized, &histograms.reference};
    if (histograms.halves)
        for (auto &half : *histograms.halves)
            all.push_back(&half);
    return all;
}

/// Stands for the pictures that the histograms are of, and for their bins.
std::string sourcesOf(const ReferenceIdentity &reference, const SwdBins &bins,
                      const MetricsSets &sets)
{
    Sha256 hash;
    hash.add(reference.sha256 + "\n" + std::to_string(reference.n) + "\n");
    for (const std::vector<float> &ranges : bins.ranges)
        hash.add(std::as_bytes(std::span(ranges)));
    std::vector<const MeasuredSet *> all = {&sets.floatSet, &sets.quantized, &sets.reference};
    if (sets.halves)
        all.insert(all.end(), {&sets.halves->at(0), &sets.halves->at(1)});
    for (const MeasuredSet *set : all)
        for (const PatchNormalization &one : set->moments().normalizations()) {
            hash.add(std::as_bytes(std::span(one.means)));
            hash.add(std::as_bytes(std::span(one.deviations)));
        }
    return hash.hex();
}

} // namespace

/// Sets that cannot be normalized, such as those of one colour throughout, have no SWD.
std::optional<MetricsHistograms> MetricsRun::tryProject(const RunContext &context)
{
    try {
        return project(context);
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::BadInput)
            throw;
        m_plan.swdObstacle = error.what();
        return {};
    }
}

MetricsHistograms MetricsRun::emptyHistograms(const SwdBins &bins) const
{
    const auto histogramOf = [&](const MeasuredSet &set, SwdSide side) {
        return SwdHistogram(m_plan.sets.stream, side, bins, set.moments().normalizations());
    };
    MetricsHistograms histograms{histogramOf(m_sets.floatSet, SwdSide::A),
                                 histogramOf(m_sets.quantized, SwdSide::A),
                                 histogramOf(m_sets.reference, SwdSide::B),
                                 {}};
    if (m_sets.halves)
        histograms.halves.emplace(
            std::array<SwdHistogram, 2>{histogramOf(m_sets.halves->at(0), SwdSide::A),
                                        histogramOf(m_sets.halves->at(1), SwdSide::B)});
    return histograms;
}

MetricsHistograms MetricsRun::project(const RunContext &context)
{
    context.describe("Projecting patches for SWD");
    const SwdBins bins =
        binsFor(m_plan.sets.stream, m_reference.firstPictures(stoppable(context)), SwdSide::B,
                m_sets.reference.moments().normalizations(), stoppable(context));
    MetricsHistograms histograms = emptyHistograms(bins);
    const std::string sources = sourcesOf(m_reference.identity(), bins, m_sets);
    const std::optional<ProjectionPart> known =
        m_request.resume ? m_state.projections(sources) : std::nullopt;
    if (known)
        restore(*known, histograms);
    else
        m_reference.project(histograms, context.sub(0, 0.4));
    projectPairs(known ? known->samples : 0, sources, histograms, context.sub(0.4, 1));
    return histograms;
}

void MetricsRun::restore(const ProjectionPart &known, MetricsHistograms &histograms)
{
    const auto all = allOf(histograms);
    if (known.histograms.size() != all.size())
        throw Error(ErrorKind::Internal, "An interrupted measurement has other sets.");
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i]->setState(known.histograms[i]);
}

void MetricsRun::projectPairs(std::size_t first, const std::string &sources,
                              MetricsHistograms &histograms, const RunContext &context)
{
    const auto keep = [&] {
        ProjectionPart part{first, {}};
        for (const SwdHistogram *histogram : allOf(histograms))
            part.histograms.push_back(histogram->state());
        m_state.keep(sources, part);
    };
    // The pass over the reference took its time, too.
    if (first == 0)
        keep();
    std::size_t kept = first;
    for (; first < m_request.count;) {
        context.advance(static_cast<double>(first) / static_cast<double>(m_request.count));
        const std::size_t count = std::min(m_plan.partSize, m_request.count - first);
        const SampledPairs pairs = m_pairs.pairs(first, count, {}, stoppable(context));
        histograms.floatSet.add(stackOf(pairs.reference.images), first, context);
        histograms.quantized.add(stackOf(pairs.quantized.images), first, context);
        first += count;
        if (first - kept >= kSamplesBetween) {
            keep();
            kept = first;
        }
    }
}

} // namespace quantloupe
