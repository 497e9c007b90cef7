// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/activation_range.h"

#include "quant/clipped_share.h"
#include "quant/range_observers.h"

#include <algorithm>

namespace quantloupe {

namespace {

AffineRange chooseRange(const ActivationHistogram &seen, const ActivationSpec &spec,
                        const SiteCodes &codes)
{
    if (seen.isEmpty() || extremesOf(seen).isZero())
        return {};
    switch (spec.estimator) {
    case RangeEstimator::MinMax:
        break;
    case RangeEstimator::MovingAverage:
        return rangeOn(codes, movingAverageOf(seen, spec.averaging));
    case RangeEstimator::MeanExtremes:
        return widenedRangeOn(codes, meanExtremesOf(seen, codes));
    case RangeEstimator::Percentile:
        return rangeOn(codes, percentilesOf(seen, spec.percentile));
    case RangeEstimator::Mse:
        return leastErrorRange(seen, codes);
    case RangeEstimator::Entropy:
        return leastDivergenceRange(seen, codes);
    }
    return rangeOn(codes, extremesOf(seen));
}

/// How many values lie below `x`, bins taken as evenly filled.
double countBelow(const ActivationHistogram &seen, double x)
{
    double below = 0;
    for (int i = 0; i < ActivationHistogram::kBins && seen.edge(i) < x; ++i) {
        const double width = seen.edge(i + 1) - seen.edge(i);
        const double part = std::min(1.0, (x - seen.edge(i)) / width);
        below += part * static_cast<double>(seen.bins()[static_cast<std::size_t>(i)]);
    }
    return below;
}

} // namespace

double clippedShare(const ActivationHistogram &seen, const ActivationRange &range)
{
    const auto count = static_cast<double>(seen.count());
    double outside = 0;
    if (seen.minimum() < range.lowest())
        outside += countBelow(seen, range.lowest());
    if (seen.maximum() > range.highest())
        outside += count - countBelow(seen, range.highest());
    return count > 0 ? std::clamp(outside / count, 0.0, 1.0) : 0;
}

ActivationRange estimateRange(const ActivationHistogram &histogram, const ActivationSpec &spec)
{
    validate(spec);
    ActivationRange range;
    range.bits = spec.bits;
    if (spec.isFloat())
        return range;
    const SiteCodes codes = siteCodes(histogram, spec);
    const AffineRange chosen = chooseRange(histogram, spec, codes);
    range.scale = chosen.scale;
    range.zeroPoint = chosen.zeroPoint;
    range.quantMin = codes.quantMin();
    range.quantMax = codes.quantMax();
    range.clipped = clippedShare(histogram, range);
    return range;
}

} // namespace quantloupe
