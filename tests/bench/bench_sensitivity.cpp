// SPDX-License-Identifier: GPL-3.0-or-later
// Sensitivity: a plain loop of full forwards, the exact sweep through the prefix cache, and the
// Jacobian sketch, on the same layers, quantizers, bit-widths and samples. Sweep and sketch need
// the same quantized weights and share them, so that quantizing has a column of its own. Ratios
// hold on any machine; milliseconds only on this one. At the end it judges them: exit status 1 if a
// generator misses a goal. What the sketch says of 2 bits alone is shown, not judged.
#include "goals.h"
#include "sensitivity_subjects.h"
#include "stopwatch.h"

#include "analysis/sensitivity_ranking.h"
#include "analysis/sensitivity_sweep.h"
#include "analysis/sensitivity_variants.h"
#include "engine/overlay_builder.h"
#include "engine/parked_team.h"
#include "session/sensitivity_batches.h"
#include "session/sensitivity_run.h"
#include "session/sensitivity_sketch.h"
#include "session/torchscript_trial.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

using namespace quantloupe;
using bench::Subject;

namespace {

constexpr int kProbes = 32;
constexpr std::size_t kCacheBytes = 768 << 20;
const std::vector<int> kBits = {8, 7, 6, 5, 4, 3, 2};
constexpr bench::Goal kSweepGoal{"exact sweep by plain loop", 1.5, "x"};
constexpr bench::Goal kSketchGoal{"sketch by exact sweep, \"forward\"", 10, "x"};
constexpr bench::Goal kRankGoal{"Spearman of the sketch over all cells", 0.95, ""};

SensitivityRequest requestFor(const Subject &subject, int threads)
{
    SensitivityRequest request;
    request.generator = subject.generator;
    request.plan = samplingPlan(*subject.generator);
    request.count = subject.samples;
    request.cells.bits = kBits;
    request.execution.threads = threads;
    request.sketchProbes = kProbes;
    return request;
}

/// All variants with their weights, quantized: all three ways need them alike.
struct Variants
{
    std::vector<SensitivityVariant> variants;
    std::vector<Overlay> overlays;

    Variants(const SensitivityRequest &request, WeightCache &weights)
    {
        const SensitivityVariants all =
            sensitivityVariants(request.cells, request.base, info(*request.generator).layers);
        variants = all.trunks.front().variants;
        for (const SensitivityVariant &variant : variants)
            overlays.push_back(
                buildOverlay(*request.generator, variant.config, {}, weights, RunContext()).layers);
    }
};

/// Every network from its first step to its last on every micro-batch.
double plainLoop(const SensitivityRequest &request, const Variants &variants)
{
    Executor executor(request.generator->program);
    double sum = 0;
    for (const BatchSamples &batch : sweepBatches(request, 0)) {
        const ProgramInputs inputs = inputBatch(*request.generator, request.plan, {}, batch);
        const at::Tensor reference = executor.run(inputs, {}, RunContext());
        for (const Overlay &overlay : variants.overlays)
            sum += (executor.run(inputs, overlay, RunContext()) - reference)
                       .square()
                       .sum()
                       .item<double>();
    }
    return sum;
}

double cachedSweep(const SensitivityRequest &request, const Variants &variants)
{
    SensitivitySweep sweep({*request.generator, request.plan, sweepBatches(request, 0),
                            MetricKind::OutputSqnr, kCacheBytes});
    const Overlay trunk;
    sweep.start(trunk, RunContext());
    double sum = 0;
    const std::size_t each = kBits.size();
    for (std::size_t first = 0; first < variants.variants.size(); first += each) {
        const auto samples =
            sweep.measure(variants.variants[first].layer,
                          std::span(variants.overlays).subspan(first, each), RunContext());
        for (const auto &row : samples)
            for (const PairedSample &sample : row)
                sum += sample.output.error;
    }
    return sum;
}

/// Predictions of all variants from a sketch that is there.
double predictions(const SensitivityRequest &request, const JacobianSketch &sketch,
                   const Variants &variants)
{
    double sum = 0;
    for (std::size_t v = 0; v < variants.variants.size(); ++v) {
        const std::size_t layer = variants.variants[v].layer;
        const at::Tensor change =
            variants.overlays[v][layer].weight - request.generator->program.layers[layer].weight;
        sum += predictedError(sketch.response(
            layer, {change.data_ptr<float>(), static_cast<std::size_t>(change.numel())}));
    }
    return sum;
}

/// Quantizes the weights of all variants anew, each once.
bench::Timing quantizing(const SensitivityRequest &request, int rounds)
{
    bench::Timing timing;
    for (int round = 0; round < rounds; ++round)
        timing.milliseconds.push_back(bench::millisecondsOf([&] {
            WeightCache weights(kCacheBytes);
            const Variants variants(request, weights);
        }));
    return timing;
}

/// For each number of threads; the request's weights are quantized in `variants`.
template <typename Work> void onThreads(const Subject &subject, const Work &work)
{
    const at::NoGradGuard noGradients;
    for (const int threads : {1, 2}) {
        at::set_num_threads(threads);
        const SensitivityRequest request = requestFor(subject, threads);
        WeightCache weights(kCacheBytes);
        work("T=" + std::to_string(threads), request, Variants(request, weights));
        std::fflush(stdout);
    }
}

void benchExact(const Subject &subject, bench::Verdicts &verdicts)
{
    onThreads(subject, [&](const std::string &threads, const SensitivityRequest &request,
                           const Variants &variants) {
        double loopError = 0;
        double sweepError = 0;
        const bench::Duel exact = bench::duel(
            subject.rounds, [&](int) { sweepError = cachedSweep(request, variants); },
            [&](int) { loopError = plainLoop(request, variants); });
        bench::printRow(subject.name + ", " + threads, exact);
        verdicts.take(subject.name, kSweepGoal, threads,
                      exact.reference.median() / exact.ours.median());
        std::printf("    %zu variants, %zu samples; summed errors %.9g and %.9g\n",
                    variants.variants.size(), request.count, sweepError, loopError);
    });
}

void printSketchHead()
{
    std::printf("\nSketch (%d probes) against exact sweep, milliseconds a variant: medians\n"
                "Both need the same quantized weights, and what one has quantized the other takes\n"
                "over. So quantizing is shown by itself: \"forward\" is exact by sketch without "
                "it,\n\"whole\" with it on both sides. The sketch is built once.\n"
                "%-34s %12s %10s %10s %9s %9s   %s\n",
                kProbes, "", "quantize ms", "exact ms", "sketch ms", "forward", "whole",
                "built once");
}

void benchSketch(const Subject &subject, bench::Verdicts &verdicts)
{
    onThreads(subject, [&](const std::string &threads, const SensitivityRequest &request,
                           const Variants &variants) {
        JacobianSketchPtr sketch;
        const double build =
            bench::millisecondsOf([&] { sketch = buildSketch(request, RunContext()); });
        const bench::Duel duel = bench::duel(
            subject.rounds, [&](int) { predictions(request, *sketch, variants); },
            [&](int) { cachedSweep(request, variants); });
        const auto count = static_cast<double>(variants.variants.size());
        const double quantize = quantizing(request, subject.rounds).median() / count;
        const double exact = duel.reference.median() / count;
        const double predicted = duel.ours.median() / count;
        std::printf("%-34s %12.3f %10.3f %10.3f %8.1fx %8.1fx   %.0f ms, %.1f MB\n",
                    (subject.name + ", " + threads).c_str(), quantize, exact, predicted,
                    exact / predicted, (quantize + exact) / (quantize + predicted), build,
                    static_cast<double>(sketch->bytes()) / 1e6);
        verdicts.take(subject.name, kSketchGoal, threads, exact / predicted);
    });
}

std::string numberText(const std::optional<double> &value, int decimals)
{
    char text[32] = "-";
    if (value)
        std::snprintf(text, sizeof text, "%.*f", decimals, *value);
    return text;
}

void printAccuracyHead()
{
    std::printf("\nWhat the sketch (%d probes) predicts of what is measured; 2 bits is the hard "
                "case\n%-26s %-8s %5s | %-26s | %-26s\n%-41s | %8s %8s %8s | %8s %8s %8s\n",
                kProbes, "", "method", "cells", "Spearman", "mean error, dB", "", "all", "3 to 8",
                "2 bits", "all", "3 to 8", "2 bits");
}

SketchAccuracy accuracyWithin(const SensitivityReport &report, int least, int most)
{
    std::vector<SensitivityMean> some;
    std::ranges::copy_if(report.means, std::back_inserter(some), [&](const SensitivityMean &mean) {
        return mean.bits >= least && mean.bits <= most;
    });
    return accuracyOf(some);
}

void benchAccuracy(Session &session, const Subject &subject, bench::Verdicts &verdicts)
{
    for (const char *method : {"mse", "minmax", "em"}) {
        SensitivityRequest request = requestFor(subject, 0);
        request.cells.weight = parseSpec("w8:" + std::string(method)).spec.weight;
        const SensitivityReport report = runSensitivity(session, request, RunContext());
        const SketchAccuracy columns[] = {report.sketch->all, accuracyWithin(report, 3, 8),
                                          accuracyWithin(report, 2, 2)};
        verdicts.take(subject.name, kRankGoal, method, columns[0].spearman);
        std::printf("%-26s %-8s %5zu |", subject.name.c_str(), method, columns[0].cells);
        for (const SketchAccuracy &column : columns)
            std::printf(" %8s", numberText(column.spearman, 3).c_str());
        std::printf(" |");
        for (const SketchAccuracy &column : columns)
            std::printf(" %8s", numberText(column.meanError, 2).c_str());
        std::printf("\n");
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const ParkedTeam team;
    setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
    Session session;
    bench::Verdicts verdicts;
    const std::vector<Subject> subjects = bench::subjectsFor(session, argc < 2 ? "" : argv[1]);
    bench::printHead("Exact sweep of all layers, 8 to 2 bits, weights quantized before",
                     "sweep through the cache", "plain loop");
    bench::onEach(subjects, [&](const Subject &subject) { benchExact(subject, verdicts); });
    printSketchHead();
    bench::onEach(subjects, [&](const Subject &subject) { benchSketch(subject, verdicts); });
    printAccuracyHead();
    bench::onEach(subjects,
                  [&](const Subject &subject) { benchAccuracy(session, subject, verdicts); });
    std::vector<std::string> names;
    for (const Subject &subject : subjects)
        names.push_back(subject.name);
    constexpr std::array kGoals = {kSweepGoal, kSketchGoal, kRankGoal};
    return verdicts.print("generator", bench::demands(names, kGoals)) ? 0 : 1;
}
