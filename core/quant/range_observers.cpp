// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/range_observers.h"

#include "quant/histogram_measure.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

/// The place below which `count` values lie.
double placeOf(const ActivationHistogram &seen, double count)
{
    double below = 0;
    for (int i = 0; i < ActivationHistogram::kBins; ++i) {
        const auto inBin = static_cast<double>(seen.bins()[static_cast<std::size_t>(i)]);
        if (inBin > 0 && below + inBin >= count) {
            const double width = seen.edge(i + 1) - seen.edge(i);
            return seen.edge(i) + width * std::max(0.0, count - below) / inBin;
        }
        below += inBin;
    }
    return seen.maximum();
}

} // namespace

SiteCodes siteCodes(const ActivationHistogram &seen, const ActivationSpec &spec)
{
    return {spec.bits, spec.mapping == MappingType::Symmetric && seen.minimum() < 0};
}

AffineRange rangeOn(const SiteCodes &codes, const KeptRange &kept)
{
    const auto lowest = static_cast<float>(kept.lowest);
    const auto highest = static_cast<float>(kept.highest);
    if (codes.isSigned)
        return {minMaxScale(lowest, highest, symmetricLimits(codes.bits, CodeRange::Narrow)), 0};
    return minMaxAffine(lowest, highest, codes.quantMax());
}

AffineRange widenedRangeOn(const SiteCodes &codes, const KeptRange &kept)
{
    if (codes.isSigned)
        return rangeOn(codes, kept);
    return widenedAffine(static_cast<float>(kept.lowest), static_cast<float>(kept.highest),
                         codes.quantMax());
}

KeptRange extremesOf(const ActivationHistogram &seen)
{
    return {std::min<double>(0, seen.minimum()), std::max<double>(0, seen.maximum())};
}

KeptRange movingAverageOf(const ActivationHistogram &seen, double averaging)
{
    KeptRange kept;
    bool isFirst = true;
    for (const SampleExtremes &sample : seen.samples()) {
        if (sample.isEmpty())
            continue;
        const double share = std::exchange(isFirst, false) ? 1 : averaging;
        kept.lowest += share * (sample.minimum - kept.lowest);
        kept.highest += share * (sample.maximum - kept.highest);
    }
    return {std::min(0.0, kept.lowest), std::max(0.0, kept.highest)};
}

KeptRange meanExtremesOf(const ActivationHistogram &seen, const SiteCodes &codes)
{
    double lowest = 0;
    double highest = 0;
    double farthest = 0;
    double samples = 0;
    for (const SampleExtremes &sample : seen.samples()) {
        if (sample.isEmpty())
            continue;
        lowest += sample.minimum;
        highest += sample.maximum;
        farthest += std::max(-sample.minimum, sample.maximum);
        ++samples;
    }
    if (samples == 0)
        return {};
    if (codes.isSigned)
        return {-farthest / samples, farthest / samples};
    return {std::min(0.0, lowest / samples), std::max(0.0, highest / samples)};
}

KeptRange percentilesOf(const ActivationHistogram &seen, double share)
{
    const KeptRange all = extremesOf(seen);
    if (share == 0)
        return all;
    const auto count = static_cast<double>(seen.count());
    KeptRange kept;
    kept.highest = std::clamp(placeOf(seen, count * (1 - share)), 0.0, all.highest);
    kept.lowest = std::clamp(placeOf(seen, count * share), all.lowest, 0.0);
    return kept.isZero() ? all : kept;
}

AffineRange leastErrorRange(const ActivationHistogram &seen, const SiteCodes &codes)
{
    const HistogramMeasure measure(seen);
    const KeptRange all = extremesOf(seen);
    const RangeProblem problem{
        measure, static_cast<float>(all.lowest), static_cast<float>(all.highest), {}};
    if (codes.isSigned)
        return {mseScale(problem, symmetricLimits(codes.bits, CodeRange::Narrow)), 0};
    if (all.lowest == 0)
        return {mseScale(problem, affineLimits(codes.quantMax(), 0)), 0};
    return mseAffine(problem, codes.quantMax());
}

} // namespace quantloupe
