// SPDX-License-Identifier: GPL-3.0-or-later
// The main job: how long from an edit to a picture, from a setting to a weight, from nothing to an
// open generator. Ratios hold on any machine; milliseconds only on this one.
#include "stopwatch.h"

#include "base/child_process.h"
#include "engine/overlay_builder.h"
#include "engine/parked_team.h"
#include "network_runs.h"
#include "session/session.h"
#include "session/torchscript_trial.h"
#include "shared_data.h"

#include <ATen/Parallel.h>

#include <filesystem>
#include <numeric>

using namespace quantloupe;
using namespace test_networks;

namespace {

constexpr int kRounds = 9;
constexpr int kSlowRounds = 5;
constexpr std::int64_t kFirstSamples = 4;
constexpr std::size_t kCacheBytes = 512 << 20;

std::filesystem::path folder()
{
    static const std::filesystem::path path = [] {
        std::string pattern = (std::filesystem::temp_directory_path() / "bench-XXXXXX").string();
        return std::filesystem::path(::mkdtemp(pattern.data()));
    }();
    return path;
}

std::shared_ptr<const Generator> load(const std::string &path)
{
    LoadOptions options;
    options.path = path;
    return loadGenerator(options);
}

std::string dcgan64File()
{
    const std::string path = (folder() / "dcgan64.pt").string();
    if (!std::filesystem::exists(path))
        dcgan64(64).module.save(path);
    return path;
}

/// The layer edited: a weight that is new in each round.
Overlay editOf(const Generator &generator, std::size_t layer, int round)
{
    Overlay overlay(generator.program.layers.size());
    overlay[layer].weight = generator.program.layers[layer].weight * (1 + 0.01 * round);
    overlay[layer].weightKey = static_cast<std::uint64_t>(round) + 1;
    return overlay;
}

void benchEdits(const std::string &name, const Generator &generator, int threads)
{
    at::set_num_threads(threads);
    PrefixCache cache(kCacheBytes);
    Executor cached(generator.program, &cache);
    Executor plain(generator.program);
    const ProgramInputs inputs = batchOf(latents(generator.info.inputs.at(0).shape)(kFirstSamples));
    cached.run(inputs, {}, {});
    const std::size_t last = generator.program.layers.size() - 1;
    for (const auto &[place, layer] : {std::pair("first", std::size_t(0)),
                                       std::pair("middle", last / 2), std::pair("last", last)}) {
        std::vector<Overlay> edits;
        for (int round = 0; round <= kRounds; ++round)
            edits.push_back(editOf(generator, layer, round));
        const auto at = [&](int round) { return static_cast<std::size_t>(round); };
        const bench::Duel duel = bench::duel(
            kRounds, [&](int round) { cached.run(inputs, edits[at(round)], {}); },
            [&](int round) { plain.run(inputs, edits[at(round)], {}); });
        bench::printRow(name + ", T=" + std::to_string(threads) + ", " + place + " layer", duel);
    }
}

/// The whole request: both networks, pictures, PSNR and SSIM.
void benchCompare(const std::string &name, const std::string &path, int threads)
{
    Session session;
    CompareRequest request;
    request.generator = session.open({path, {}, {}, {}, false}, RunContext());
    request.plan = samplingPlan(*request.generator);
    request.source.samples = firstSamples(0, 4);
    request.execution.threads = threads;
    CompareRequest plain = request;
    plain.execution.useCache = false;
    const auto &layers = info(*request.generator).layers;
    for (const auto &[place, layer] :
         {std::pair("first", std::size_t(0)), std::pair("last", layers.size() - 1)}) {
        // Each side quantizes for itself: lanes share no cache.
        const auto run = [&, layer = layer](CompareRequest &r, Lane lane, int round) {
            LayerQuantSpec spec;
            spec.weight = weightSpecOfBits(2 + round % 7);
            spec.weight.granularity = round < 7 ? Granularity::PerChannel : Granularity::PerTensor;
            r.config.set(layers[layer].name, spec);
            session.compare(r, lane, RunContext());
        };
        const bench::Duel duel = bench::duel(
            kRounds, [&](int round) { run(request, Lane::Preview, round); },
            [&](int round) { run(plain, Lane::Compute, round); });
        bench::printRow(name + ", T=" + std::to_string(threads) + ", " + place + " layer", duel);
    }
}

void runProgram(const char *name, std::vector<std::string> arguments)
{
    ChildRequest request;
    request.program = std::string(QUANTLOUPE_BIN_DIR "/") + name;
    request.arguments = std::move(arguments);
    const ChildResult result = runChild(request, RunContext());
    if (result.ending != "exit code 0")
        throw Error(ErrorKind::Internal, request.program + " ended with " + result.ending + ".");
}

void benchStart(const std::string &name, const std::string &path)
{
    const bench::Duel duel = bench::duel(
        kSlowRounds, [&](int) { load(path); },
        [&](int) {
            runProgram("quantloupe-cli", {"inspect", path, "--json"});
        });
    bench::printRow(name, duel);
}

/// From the start of the process to all pictures of the built-in faces, float and quantized.
void benchFirstScreen()
{
    if (!std::filesystem::exists(QUANTLOUPE_BIN_DIR "/quantloupe")) {
        std::puts("skipped: the window is not built");
        return;
    }
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    const std::string picture = (folder() / "window.png").string();
    const bench::Duel duel = bench::duel(
        kSlowRounds,
        [&](int) {
            runProgram("quantloupe", {"--screenshot", picture});
        },
        [&](int) { runProgram("quantloupe-cli", {"--version"}); });
    bench::printRow("window, built-in faces", duel);
}

} // namespace

int main()
{
    const at::NoGradGuard noGradients;
    const ParkedTeam team;
    setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
    std::vector<std::pair<std::string, std::string>> files = {{"avatars-64", "builtin:avatars-64"},
                                                              {"DCGAN-64", dcgan64File()}};
    const auto faces = shared_data::find("models/faces32_generator40.pt");
    if (!faces.empty())
        files.emplace_back("faces32", faces.string());
    bench::printHead("Edit of one layer, 4 samples, float to float", "prefix cache", "recomputed");
    for (const auto &[name, path] : files)
        for (const int threads : {1, 2})
            benchEdits(name, *load(path), threads);
    bench::printHead("Edit to comparison: quantize, both networks, pictures, PSNR, SSIM",
                     "prefix cache", "no cache");
    for (const auto &[name, path] : files)
        for (const int threads : {1, 2})
            benchCompare(name, path, threads);
    bench::printHead("Opening", "in process", "quantloupe-cli inspect");
    for (const auto &[name, path] : files)
        benchStart(name, path);
    bench::printHead("First screen, with the 500 ms a screenshot waits", "all pictures drawn",
                     "libraries loaded");
    benchFirstScreen();
    std::filesystem::remove_all(folder());
    return 0;
}
