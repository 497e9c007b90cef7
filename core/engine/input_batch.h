// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"
#include "data/sample_ref.h"
#include "data/sampling_plan.h"
#include "engine/executor.h"
#include "image/image.h"
#include "model/generator.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace quantloupe {

/// Given inputs, or none to draw them.
struct GivenInputs
{
    std::shared_ptr<const std::vector<std::vector<float>>> latents;
    std::shared_ptr<const std::vector<Image>> images;
    /// Classes of the latents, one for each; null to draw them as the plan says.
    std::shared_ptr<const std::vector<std::int64_t>> labels = {};
};

/// The samples of one micro-batch; `blends` is empty or has one entry for each of them.
struct BatchSamples
{
    StreamRole role = StreamRole::Preview;
    std::vector<SampleRef> samples;
    std::vector<LatentBlend> blends;
};

/// The inputs of one micro-batch. Batches of networks with a fixed batch size are filled up by
/// repeating the last sample. Throws Error{BadInput} where given latents, classes or pictures do
/// not fit, and where pictures are to be blended.
ProgramInputs inputBatch(const Generator &generator, const SamplingPlan &plan,
                         const GivenInputs &given, const BatchSamples &batch);

/// Micro-batch size to use: the wish, or the network's fixed batch.
std::size_t microBatchFor(const Generator &generator, int wish);

/// The class that each sample of a batch is fed; empty where the network takes none.
std::vector<std::int64_t> labelsIn(const Generator &generator, const ProgramInputs &inputs);

/// Elements of a latent; 0 for image-to-image networks.
std::size_t latentSize(const Generator &generator);

/// Checks that the plan says nothing the generator cannot do (a label it has no input for, a
/// truncation without such an input). Throws Error{BadInput}.
void requirePlanFits(const Generator &generator, const SamplingPlan &plan);

} // namespace quantloupe
