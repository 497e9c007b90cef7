// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_stack.h"
#include "metrics/feature_extractor.h"

#include <functional>
#include <string>
#include <vector>

namespace quantloupe {

/// How the pictures of a set are read and measured.
struct MeasurePlan
{
    ImagePreparation preparation;
    /// 0 takes every core. The features do not depend on it.
    int threads = 1;
};

using FeatureSink = std::function<void(const Features &)>;

/// What was read.
struct MeasuredPictures
{
    std::size_t count = 0;
    /// One sentence for each picture that could not be read.
    std::vector<std::string> skipped;
};

/// Features of the first `plan.preparation.count` readable pictures of a set, in order, in batches
/// that are dropped after `sink` had them: memory does not grow with the set. Pictures are cropped,
/// and resized where their `side` is not 0; else they may have any sizes. Stops between
/// micro-batches. Throws as FeatureExtractor::extract() and what `sink` throws.
MeasuredPictures measureSet(const ImageSet &set, const MeasurePlan &plan,
                            const FeatureExtractor &extractor, const RunContext &context,
                            const FeatureSink &sink);

} // namespace quantloupe
