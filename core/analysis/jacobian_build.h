// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/jacobian_sketch.h"
#include "base/run_context.h"
#include "engine/input_batch.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <vector>

namespace quantloupe {

/// Fewer probes tell too little: their mean square errs by the square root of two over their
/// number.
inline constexpr int kLeastProbes = 4;

struct SketchPlan
{
    int probes = 32;
    /// Most the probes' rows may take.
    std::size_t bytes = std::size_t{1} << 30;
    std::uint64_t seed = 0;
};

struct JacobianSketch::Parts
{
    /// By layer: float32 [probes, weights].
    std::vector<at::Tensor> rows;
    int probes = 0;
    std::size_t samples = 0;
    double signalEnergy = 0;
};

/// One forward pass of every batch and one backward pass of every probe and batch of its group.
/// Throws Error{BadInput} where the budget holds fewer than kLeastProbes, Error{Unsupported} where
/// the output does not depend on the weights by operations that have a gradient.
JacobianSketchPtr sketchJacobian(const Generator &generator, const SamplingPlan &plan,
                                 std::span<const BatchSamples> batches, const SketchPlan &sketch,
                                 const RunContext &context);

/// A probe on one batch: a random sign for each value of an output of this shape, none (0) for
/// samples from `count` on, which only fill a batch up.
at::Tensor probeSigns(at::IntArrayRef shape, std::size_t count, std::uint64_t seed, int probe,
                      std::size_t batch);

} // namespace quantloupe
