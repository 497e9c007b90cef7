// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/preview_run.h"

namespace quantloupe {

bool haveSameFloat(const CompareRequest &a, const CompareRequest &b)
{
    return a.generator == b.generator && a.plan == b.plan && a.calibration == b.calibration &&
           a.calibrationImages == b.calibrationImages && a.source.samples == b.source.samples &&
           a.source.blends == b.source.blends && a.source.latents == b.source.latents &&
           a.source.images == b.source.images && a.source.labels == b.source.labels;
}

SamplePair numbersOf(const SamplePair &pair)
{
    SamplePair numbers;
    numbers.sample = pair.sample;
    numbers.psnr = pair.psnr;
    numbers.ssim = pair.ssim;
    numbers.signalEnergy = pair.signalEnergy;
    numbers.errorEnergy = pair.errorEnergy;
    return numbers;
}

namespace {

RunFacts sum(const RunFacts &before, RunFacts now)
{
    now.seconds += before.seconds;
    now.calibrationSeconds += before.calibrationSeconds;
    now.stepsRun += before.stepsRun;
    now.stepsSkipped += before.stepsSkipped;
    return now;
}

} // namespace

PreviewStage runPreview(Session &session, const PreviewRequest &request, const RunContext &context,
                        const PreviewSink &sink)
{
    const double most = request.stages.back();
    std::vector<SamplePair> numbers;
    PreviewStage stage;
    for (const int samples : request.stages) {
        CompareRequest part = request.compare;
        const auto all = request.compare.source.samples.begin();
        part.source.samples = {all + stage.samples, all + samples};
        const RunContext partContext = context.sub(stage.samples / most, samples / most);
        const CompareReport report =
            session.compare(part, Lane::Preview, partContext, [&](std::vector<SamplePair> pairs) {
                for (const SamplePair &pair : pairs)
                    numbers.push_back(numbersOf(pair));
                sink({std::move(pairs), {}});
            });
        stage = {samples,
                 samples == request.stages.back(),
                 meanQuality(numbers),
                 report.size,
                 report.layers,
                 report.ranges,
                 report.corrections,
                 sum(stage.facts, report.facts)};
        sink({{}, stage});
    }
    return stage;
}

} // namespace quantloupe
