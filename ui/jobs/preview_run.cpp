// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/preview_run.h"

namespace quantloupe {

namespace {

/// What averages need of a pair, without its pictures.
SamplePair numbersOf(const SamplePair &pair)
{
    SamplePair numbers;
    numbers.index = pair.index;
    numbers.psnr = pair.psnr;
    numbers.ssim = pair.ssim;
    numbers.signalEnergy = pair.signalEnergy;
    numbers.errorEnergy = pair.errorEnergy;
    return numbers;
}

RunFacts sum(const RunFacts &before, RunFacts now)
{
    now.seconds += before.seconds;
    now.calibrationSeconds += before.calibrationSeconds;
    now.stepsRun += before.stepsRun;
    now.stepsSkipped += before.stepsSkipped;
    return now;
}

std::vector<std::uint64_t> indicesBetween(int from, int to)
{
    std::vector<std::uint64_t> indices;
    for (int i = from; i < to; ++i)
        indices.push_back(static_cast<std::uint64_t>(i));
    return indices;
}

} // namespace

PreviewStage runPreview(Session &session, const PreviewRequest &request, const RunContext &context,
                        const PreviewSink &sink)
{
    const double all = request.stages.back();
    std::vector<SamplePair> numbers;
    PreviewStage stage;
    for (const int samples : request.stages) {
        CompareRequest part = request.compare;
        part.source.indices = indicesBetween(stage.samples, samples);
        const RunContext partContext = context.sub(stage.samples / all, samples / all);
        const CompareReport report =
            session.compare(part, Lane::Preview, partContext, [&](std::vector<SamplePair> pairs) {
                for (const SamplePair &pair : pairs)
                    numbers.push_back(numbersOf(pair));
                sink({std::move(pairs), {}});
            });
        stage = {samples,       samples == request.stages.back(), meanQuality(numbers), report.size,
                 report.layers, sum(stage.facts, report.facts)};
        sink({{}, stage});
    }
    return stage;
}

} // namespace quantloupe
