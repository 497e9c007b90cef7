// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/jacobian_sketch.h"
#include "session/sensitivity_request.h"
#include "session/session.h"

namespace quantloupe {

/// The sketch of a request's generator on the latents of its repeat 0; `request.sketchProbes` is
/// not 0. Throws Error{BadInput} where the budget holds too few probes, Error{Unsupported} where
/// the network has no gradient by its weights.
JacobianSketchPtr buildSketch(Session &session, const SensitivityRequest &request,
                              const RunContext &context);

/// What quantizing one layer's weight does to each probe; see JacobianSketch::response().
std::vector<double> sketchResponse(const JacobianSketch &sketch, const Generator &generator,
                                   std::size_t layer, const WeightSpec &spec);
/// 10 log10 of signal to predicted error; absent without any error.
std::optional<double> predictedSqnr(const JacobianSketch &sketch,
                                    std::span<const double> response);

} // namespace quantloupe
