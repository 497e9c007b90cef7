// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/jacobian_sketch.h"
#include "analysis/sensitivity_variants.h"
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

/// What a sketch says of configurations that quantize weights; each layer is quantized once for
/// each setting. One thread at a time.
class SketchPredictor
{
public:
    SketchPredictor(GeneratorPtr generator, JacobianSketchPtr sketch);

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
    std::map<std::pair<std::size_t, WeightSpec>, std::vector<double>> m_known;
};

struct SketchPredictions
{
    SketchReport sketch;
    /// Of the variants that a sketch can tell; without measured values.
    std::vector<SensitivityMean> means;
};

SketchPredictions predictVariants(const SensitivityRequest &request,
                                  const SensitivityVariants &variants, const RunContext &context);
/// Sets what is predicted of the cells that `means` holds.
void takeOver(const SketchPredictions &predictions, std::vector<SensitivityMean> &means);
/// How well the sketch did, over all means and by bit-width.
void judge(SketchReport &sketch, std::span<const SensitivityMean> means, std::span<const int> bits);

} // namespace quantloupe
