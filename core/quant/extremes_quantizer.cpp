// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/codebook.h"
#include "quant/even_levels.h"
#include "quant/sorted_weights.h"
#include "quant/uniform_kernels.h"

#include <utility>

namespace quantloupe {

namespace {

/// The least and the greatest finite weight; both 0 where there is none.
Extremes finiteExtremes(const ChannelWeights &weights)
{
    const Extremes withZero = extremesWithZero(weights.values);
    if (withZero.lowest < 0 && withZero.highest > 0)
        return withZero;
    // All of one sign: a zero among them may stand for a weight that is not finite.
    const SortedWeights sorted = sortedWeights(weights);
    if (sorted.values.empty())
        return {};
    return {sorted.values.front(), sorted.values.back()};
}

} // namespace

Levels quantizeExtremesChannel(const ChannelWeights &weights, int bits, ChannelCodes out)
{
    const auto [lowest, highest] = finiteExtremes(weights);
    // -0 + 0 is 0, whichever zeros a channel of zeros has.
    std::vector<double> levels(std::size_t{1} << bits, lowest + 0.0F);
    if (lowest < highest)
        levels = evenLevels(lowest, highest, levels.size());
    Codebook codebook = nearestCodebook(levels);
    applyCodebook(codebook, weights.values, out);
    return std::move(codebook.levels);
}

} // namespace quantloupe
