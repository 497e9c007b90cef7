// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/range_divergence.h"
#include "quant/range_observers.h"

namespace quantloupe {

AffineRange leastDivergenceRange(const ActivationHistogram &seen, const SiteCodes &codes)
{
    const RangeDivergence divergence(seen, codes);
    const std::vector<BinSpan> spans = thresholdSpans(seen, codes);
    const BinSpan *best = &spans.front();
    double least = divergence.of(*best);
    for (const BinSpan &span : spans)
        if (const double found = divergence.of(span); found < least) {
            least = found;
            best = &span;
        }
    return rangeOn(codes, keptBy(seen, *best));
}

} // namespace quantloupe
