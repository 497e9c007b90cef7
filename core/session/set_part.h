// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_stack.h"
#include "metrics/feature_set.h"
#include "metrics/paired_metrics.h"
#include "metrics/patch_set.h"

#include <cstddef>
#include <vector>

namespace quantloupe {

/// What is kept of some pictures of a set, according to what is measured.
struct SetPart
{
    /// Pictures measured.
    std::size_t count = 0;
    /// For SWD by sorting.
    ImageStack pictures;
    /// For SWD by histograms: one a level.
    std::vector<PatchMoments> moments;
    /// Empty where no metric uses features.
    Features features;
    /// Pictures of outputs with values that are not finite, which are painted black.
    std::size_t broken = 0;
};

/// Float and quantized pictures of the same samples.
struct PairPart
{
    SetPart reference;
    SetPart quantized;
    /// One for each of the samples.
    std::vector<PairedSample> samples;
};

} // namespace quantloupe
