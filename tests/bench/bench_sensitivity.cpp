// SPDX-License-Identifier: GPL-3.0-or-later
// Sensitivity: a plain loop of full forwards, the exact sweep through the prefix cache, and the
// Jacobian sketch, on the same layers, quantizers, bit-widths and latents. Ratios hold on any
// machine; milliseconds only on this one.
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
#include "shared_data.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

using namespace quantloupe;

namespace {

constexpr int kRounds = 3;
constexpr int kProbes = 32;
constexpr std::size_t kCacheBytes = 768 << 20;
const std::vector<int> kBits = {8, 7, 6, 5, 4, 3, 2};

SensitivityRequest requestFor(const GeneratorPtr &generator, int threads)
{
    SensitivityRequest request;
    request.generator = generator;
    request.plan = samplingPlan(*generator);
    request.cells.bits = kBits;
    request.execution.threads = threads;
    request.sketchProbes = kProbes;
    return request;
}

/// Weights of all variants, quantized once: all three ways need them alike.
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

void benchSpeed(const std::string &name, const GeneratorPtr &generator, int threads)
{
    const at::NoGradGuard noGradients;
    at::set_num_threads(threads);
    const SensitivityRequest request = requestFor(generator, threads);
    WeightCache weights(kCacheBytes);
    const Variants variants(request, weights);
    const std::string label = name + ", T=" + std::to_string(threads);
    double loopError = 0;
    double sweepError = 0;
    const bench::Duel exact = bench::duel(
        kRounds, [&](int) { sweepError = cachedSweep(request, variants); },
        [&](int) { loopError = plainLoop(request, variants); });
    bench::printRow(label + ", exact", exact);
    std::printf("    %zu variants, 64 latents; summed errors %.9g and %.9g\n",
                variants.variants.size(), sweepError, loopError);
    JacobianSketchPtr sketch;
    const double build =
        bench::millisecondsOf([&] { sketch = buildSketch(request, RunContext()); });
    const bench::Duel predicted = bench::duel(
        kRounds, [&](int) { predictions(request, *sketch, variants); },
        [&](int) { cachedSweep(request, variants); });
    bench::printRow(label + ", sketch against sweep", predicted);
    std::printf("    sketch built in %.0f ms, %d probes, %.1f MB\n", build, sketch->probes(),
                static_cast<double>(sketch->bytes()) / 1e6);
}

void printAccuracy(const std::string &name, const std::string &method,
                   const SketchAccuracy &accuracy)
{
    std::printf("%-20s %-12s %5zu cells   Spearman %6.3f   mean error %5.2f dB\n", name.c_str(),
                method.c_str(), accuracy.cells, accuracy.spearman.value_or(0),
                accuracy.meanError.value_or(0));
}

void benchAccuracy(Session &session, const std::string &name, const GeneratorPtr &generator)
{
    for (const char *method : {"mse", "minmax", "em"}) {
        SensitivityRequest request = requestFor(generator, 0);
        request.cells.weight = parseSpec("w8:" + std::string(method)).spec.weight;
        const SensitivityReport report = runSensitivity(session, request, RunContext());
        printAccuracy(name, std::string(method) + ", all", report.sketch->all);
        for (const auto &[bits, accuracy] : report.sketch->byBits)
            printAccuracy("", std::to_string(bits) + " bits", accuracy);
        std::vector<SensitivityMean> some = report.means;
        std::erase_if(some, [](const SensitivityMean &mean) { return mean.bits < 3; });
        printAccuracy("", "3 and more", accuracyOf(some));
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const ParkedTeam team;
    setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
    Session session;
    std::vector<std::pair<std::string, std::string>> files = {{"avatars-64", "builtin:avatars-64"},
                                                              {"fashion-32", "builtin:fashion-32"}};
    for (const char *name : {"faces32_generator40.pt", "facegen_generator.pt"}) {
        const auto path = shared_data::find("models/" + std::string(name));
        if (path.empty())
            std::printf("skipped %s: %s\n", name, shared_data::kMissing);
        else
            files.emplace_back(name, path.string());
    }
    std::vector<std::pair<std::string, GeneratorPtr>> generators;
    for (const auto &[name, path] : files)
        if (argc < 2 || name.find(argv[1]) != std::string::npos)
            generators.emplace_back(name, session.open({path, {}, {}, {}, false}, RunContext()));
    bench::printHead("Sensitivity of weights, all layers, 8 to 2 bits", "sweep or sketch",
                     "plain loop or sweep");
    for (const auto &[name, generator] : generators)
        for (const int threads : {1, 2})
            benchSpeed(name, generator, threads);
    std::printf("\nWhat the sketch (%d probes, 64 latents) predicts of what is measured\n",
                kProbes);
    for (const auto &[name, generator] : generators)
        benchAccuracy(session, name, generator);
    return 0;
}
