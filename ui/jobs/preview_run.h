// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

#include <functional>
#include <optional>
#include <vector>

namespace quantloupe {

/// What a preview knows after a number of samples. The layers do not depend on that number.
struct PreviewStage
{
    int samples = 0;
    bool isLast = false;
    /// Over all samples so far.
    MeanQuality mean;
    SizeReport size;
    std::vector<LayerReport> layers;
    CalibratedRanges ranges;
    /// Empty where no correction is in effect.
    CorrectionReport corrections;
    /// Steps and seconds over all stages so far.
    RunFacts facts;
};

struct PreviewUpdate
{
    std::vector<SamplePair> pairs;
    std::optional<PreviewStage> stage;
};

struct PreviewRequest
{
    /// With all its samples; the likeliest looked at come first.
    CompareRequest compare;
    /// Ascending numbers of samples after which averages are told, for example 4, 16, 64. The last
    /// is the number of samples.
    std::vector<int> stages;
};

using PreviewSink = std::function<void(PreviewUpdate)>;

/// Compares the samples stage by stage, so that the first averages come early. Pairs go to the
/// sink as soon as their micro-batch is done. Returns the last stage.
PreviewStage runPreview(Session &session, const PreviewRequest &request, const RunContext &context,
                        const PreviewSink &sink);

/// Whether pictures of float, and of any one configuration, are the same by both.
bool haveSameFloat(const CompareRequest &a, const CompareRequest &b);

/// What averages need of a pair, without its pictures.
SamplePair numbersOf(const SamplePair &pair);

} // namespace quantloupe
