// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/histogram_measure.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// Integral of (u - clamp(round(u)))^2 from 0 to u, all in units of the scale: each whole step
/// between two rounding thresholds adds 1/12.
double integratedError(double u, CodeLimits limits)
{
    const double multiple =
        std::clamp(std::nearbyint(u), -double(limits.below), static_cast<double>(limits.above));
    const double distance = u - multiple;
    return multiple / 12 + distance * distance * distance / 3;
}

} // namespace

HistogramMeasure::HistogramMeasure(const ActivationHistogram &histogram)
{
    for (int i = 0; i < ActivationHistogram::kBins; ++i) {
        const std::int64_t count = histogram.inexact(i);
        if (count == 0)
            continue;
        const double from = std::max<double>(histogram.edge(i), histogram.minimum());
        const double to = std::min<double>(histogram.edge(i + 1), histogram.maximum());
        m_bins.push_back({std::min(from, to), std::max(from, to), static_cast<double>(count)});
    }
}

double HistogramMeasure::error(float scale, CodeLimits limits) const
{
    double sum = 0;
    for (const Bin &bin : m_bins) {
        const double from = bin.from / scale;
        const double to = bin.to / scale;
        const double width = to - from;
        double mean = 0;
        // Far below a step the quotient would be all cancellation.
        if (width > 1e-6) {
            mean = (integratedError(to, limits) - integratedError(from, limits)) / width;
        } else {
            const double multiple = std::clamp(std::nearbyint(from), -double(limits.below),
                                               static_cast<double>(limits.above));
            mean = (from - multiple) * (from - multiple);
        }
        sum += bin.weight * mean;
    }
    return sum * scale * scale;
}

} // namespace quantloupe
