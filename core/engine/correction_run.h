// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/correction_task.h"
#include "engine/network_rewrite.h"
#include "engine/rescaled_ranges.h"
#include "engine/rewritten_weights.h"
#include "engine/rounded_weights.h"
#include "engine/statistics_memo.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// What corrections give one layer; empty where none is in effect.
struct LayerCorrection
{
    /// In place of the layer's own weight rounded to nearest; null for none.
    std::shared_ptr<const QuantizedWeight> weight;
    std::uint64_t weightKey = 0;
    /// What a rewritten layer puts out for each output of the layer as it was; empty for ones.
    std::vector<double> outputFactors;
    /// Of scaled inputs; none where that of the configuration holds.
    std::optional<ActivationRange> activation;
    /// Wanted ones without effect here, and for most of them a sentence that names the layer and
    /// says why.
    std::vector<Correction> idle;
    std::vector<std::string> notes;
    /// As in LayerOverlay.
    at::Tensor bias;
    at::Tensor outputOffset;
    std::uint64_t outputKey = 0;
    std::vector<NormOverlay> norms;
    /// As in CorrectedLayer.
    int channels = 0;
    int skippedChannels = 0;
    std::optional<RoundingError> rounding;

    /// Of `norms`, those that are not folded.
    int movedNorms() const;
};

/// One for each layer of a program, or empty where no correction is in effect.
using LayerCorrections = std::vector<LayerCorrection>;

void apply(const LayerCorrections &corrections, Overlay &overlay);

/// What was found before, by what it depends on. Thread-safe.
struct CorrectionMemo
{
    NetworkRewrites rewrites;
    RewrittenWeights rewritten;
    RescaledRanges ranges;
    StatisticsMemo statistics;
    RoundedWeights weights;
};

/// Folds norms (norm_folding.h) and equalizes layers (equalization.h), quantizes the weights that
/// this gives, rounds weights by AdaRound (adaround.h), then computes bias correction and the
/// re-estimation of batch norms in execution order, each on the quantized network with all
/// corrections before it.
///
/// Bias (Nagel et al., arXiv 1906.04721, section 4.2, empirical): offset = mean of the float
/// output - mean of the quantized output for each output channel, over all samples and positions;
/// one of a channel where it is not finite or |offset| is twice the root mean square of the float
/// output or more is left out. A weight that is used several times has one offset, from all uses.
///
/// Norms: with mean m and variance v of what is normalized, mean' = mean + m(quantized) - m(float)
/// and variance' = variance + v(quantized) - v(float), or variance * v(quantized) / v(float) where
/// it shrinks. Where the stored statistics are those of the samples these are the quantized
/// network's own; a float network keeps its statistics. A folded norm has none left to move.
LayerCorrections computeCorrections(const CorrectionTask &task, CorrectionMemo &memo,
                                    const RunContext &context);

/// The configuration wants a correction of a quantized layer.
bool wantsCorrections(const QuantConfig &config);

} // namespace quantloupe
