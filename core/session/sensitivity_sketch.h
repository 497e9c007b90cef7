// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/jacobian_sketch.h"
#include "analysis/sensitivity_variants.h"
#include "engine/weight_cache.h"
#include "session/sensitivity_request.h"

#include <map>
#include <span>
#include <utility>
#include <vector>

namespace quantloupe {

/// The sketch of a request's generator on the latents of its repeat 0; `request.sketchProbes` is
/// not 0. Throws Error{BadInput} where the budget holds too few probes, Error{Unsupported} where
/// the network has no gradient by its weights.
JacobianSketchPtr buildSketch(const SensitivityRequest &request, const RunContext &context);

/// What a sketch says of configurations that quantize weights. Quantized weights come from
/// `weights` and are left there for a sweep, which needs the same; responses are kept, so that each
/// layer is asked for once for each setting. `weights` outlives it. One thread at a time, with
/// `weights`.
class SketchPredictor
{
public:
    SketchPredictor(GeneratorPtr generator, JacobianSketchPtr sketch, WeightCache &weights);

    /// What quantizing one layer's weight does to each probe; see JacobianSketch::response(). The
    /// reference stays valid.
    const std::vector<double> &response(std::size_t layer, const WeightSpec &spec);
    /// SQNR of the output in dB; absent where an activation is quantized, which a sketch of
    /// weights cannot tell, and without any error.
    std::optional<double> sqnr(const QuantConfig &config);
    const JacobianSketch &sketch() const { return *m_sketch; }

private:
    GeneratorPtr m_generator;
    JacobianSketchPtr m_sketch;
    WeightCache &m_weights;
    std::map<std::pair<std::size_t, WeightSpec>, std::vector<double>> m_known;
};

struct SketchPredictions
{
    SketchReport sketch;
    /// Of the variants that a sketch can tell; without measured values.
    std::vector<SensitivityMean> means;
};

/// Predicts the last variants first: what `weights` then still holds is what a sweep, which begins
/// with the first ones, needs first.
SketchPredictions predictVariants(const SensitivityRequest &request,
                                  const SensitivityVariants &variants, WeightCache &weights,
                                  const RunContext &context);
/// Sets what is predicted of the cells that `means` holds.
void takeOver(const SketchPredictions &predictions, std::vector<SensitivityMean> &means);
/// How well the sketch did, over all means and by bit-width.
void judge(SketchReport &sketch, std::span<const SensitivityMean> means, std::span<const int> bits);

} // namespace quantloupe
