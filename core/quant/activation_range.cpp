// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/activation_range.h"

#include "quant/histogram_measure.h"

#include <algorithm>

namespace quantloupe {

namespace {

struct Interval
{
    double lowest = 0;
    double highest = 0;
    bool isZero() const { return lowest == 0 && highest == 0; }
};

Interval extremes(const ActivationHistogram &histogram)
{
    return {std::min<double>(0, histogram.minimum()), std::max<double>(0, histogram.maximum())};
}

/// How many values lie below `x`, bins taken as evenly filled.
double countBelow(const ActivationHistogram &histogram, double x)
{
    double below = 0;
    for (int i = 0; i < ActivationHistogram::kBins && histogram.edge(i) < x; ++i) {
        const double width = histogram.edge(i + 1) - histogram.edge(i);
        const double part = std::min(1.0, (x - histogram.edge(i)) / width);
        below += part * static_cast<double>(histogram.bins()[static_cast<std::size_t>(i)]);
    }
    return below;
}

/// The place below which `count` values lie.
double placeOf(const ActivationHistogram &histogram, double count)
{
    double below = 0;
    for (int i = 0; i < ActivationHistogram::kBins; ++i) {
        const auto inBin = static_cast<double>(histogram.bins()[static_cast<std::size_t>(i)]);
        if (inBin > 0 && below + inBin >= count) {
            const double width = histogram.edge(i + 1) - histogram.edge(i);
            return histogram.edge(i) + width * std::max(0.0, count - below) / inBin;
        }
        below += inBin;
    }
    return histogram.maximum();
}

Interval percentiles(const ActivationHistogram &histogram, double share)
{
    const Interval all = extremes(histogram);
    if (share == 0)
        return all;
    const auto count = static_cast<double>(histogram.count());
    Interval cut;
    cut.highest = std::clamp(placeOf(histogram, count * (1 - share)), 0.0, all.highest);
    cut.lowest = std::clamp(placeOf(histogram, count * share), all.lowest, 0.0);
    return cut.isZero() ? all : cut;
}

AffineRange leastError(const ActivationHistogram &histogram, std::int32_t quantMax)
{
    const HistogramMeasure measure(histogram);
    const Interval all = extremes(histogram);
    const RangeProblem problem{
        measure, static_cast<float>(all.lowest), static_cast<float>(all.highest), {}};
    if (all.lowest == 0)
        return {mseScale(problem, affineLimits(quantMax, 0)), 0};
    return mseAffine(problem, quantMax);
}

AffineRange chooseRange(const ActivationHistogram &histogram, const ActivationSpec &spec,
                        std::int32_t quantMax)
{
    if (histogram.isEmpty() || extremes(histogram).isZero())
        return {};
    if (spec.estimator == RangeEstimator::Mse)
        return leastError(histogram, quantMax);
    const Interval kept = spec.estimator == RangeEstimator::Percentile
                              ? percentiles(histogram, spec.percentile)
                              : extremes(histogram);
    return minMaxAffine(static_cast<float>(kept.lowest), static_cast<float>(kept.highest),
                        quantMax);
}

double clippedShare(const ActivationHistogram &histogram, const ActivationRange &range)
{
    const auto count = static_cast<double>(histogram.count());
    double outside = 0;
    if (histogram.minimum() < range.lowest())
        outside += countBelow(histogram, range.lowest());
    if (histogram.maximum() > range.highest())
        outside += count - countBelow(histogram, range.highest());
    return count > 0 ? std::clamp(outside / count, 0.0, 1.0) : 0;
}

} // namespace

ActivationRange estimateRange(const ActivationHistogram &histogram, const ActivationSpec &spec)
{
    validate(spec);
    ActivationRange range;
    range.bits = spec.bits;
    if (spec.isFloat())
        return range;
    range.quantMax = affineQuantMax(spec.bits);
    const AffineRange chosen = chooseRange(histogram, spec, range.quantMax);
    range.scale = chosen.scale;
    range.zeroPoint = chosen.zeroPoint;
    range.clipped = clippedShare(histogram, range);
    return range;
}

} // namespace quantloupe
