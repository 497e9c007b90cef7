// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics beside their usual implementations: SWD and numpy, Frechet distance and scipy, Inception
// features and torch as it runs a network op by op. Ratios hold on any machine; milliseconds only
// on this one.
#include "python_reference.h"
#include "stopwatch.h"

#include "base/file_io.h"
#include "eager_inception.h"
#include "engine/parked_team.h"
#include "made_features.h"
#include "metrics/feature_extractor.h"
#include "metrics/feature_files.h"
#include "metrics/frechet_distance.h"
#include "metrics/laplacian_pyramid.h"
#include "metrics/swd.h"
#include "model/archive/safetensors_writer.h"
#include "noise_stack.h"
#include "state_dict_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <cmath>
#include <cstring>
#include <filesystem>

using namespace quantloupe;

namespace {

namespace fs = std::filesystem;

constexpr int kRounds = 5;
constexpr std::size_t kSwdPictures = 256;
constexpr int kSwdSide = 64;
constexpr std::size_t kPictures = 8;
constexpr std::size_t kMany = 4096;
constexpr std::size_t kFew = 256;

const fs::path &folder()
{
    static const fs::path path = [] {
        std::string pattern = (fs::temp_directory_path() / "bench-XXXXXX").string();
        return fs::path(::mkdtemp(pattern.data()));
    }();
    return path;
}

std::string withThreads(const std::string &name, int threads)
{
    return name + ", T=" + std::to_string(threads);
}

void printDifference(double ours, double reference)
{
    std::printf("    values %.8g and %.8g, relative difference %.1e\n", ours, reference,
                std::fabs(ours / reference - 1));
}

template <typename Work> bench::Timing timed(const Work &work)
{
    bench::Timing timing;
    work();
    for (int round = 0; round < kRounds; ++round)
        timing.milliseconds.push_back(bench::millisecondsOf(work));
    return timing;
}

template <typename Value>
StoredTensor stored(const std::string &name, DType type, std::vector<std::int64_t> shape,
                    const std::vector<Value> &values)
{
    StoredTensor tensor{name, type, std::move(shape), {}};
    tensor.bytes.resize(values.size() * sizeof(Value));
    std::memcpy(tensor.bytes.data(), values.data(), tensor.bytes.size());
    return tensor;
}

StoredTensor planes(const std::string &name, const ImageStack &stack)
{
    std::vector<std::uint8_t> values(stack.pixels.size());
    const auto plane = static_cast<std::size_t>(stack.side * stack.side);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t picture = i / (3 * plane);
        const std::size_t channel = i / plane % 3;
        values[i] = stack.pixels[(picture * plane + i % plane) * 3 + channel];
    }
    return stored(name, DType::UInt8,
                  {static_cast<std::int64_t>(stack.count), 3, stack.side, stack.side}, values);
}

void addCenters(std::vector<StoredTensor> &tensors, const std::string &prefix,
                const std::vector<PatchCenter> &centers)
{
    std::vector<std::int16_t> x;
    std::vector<std::int16_t> y;
    for (const PatchCenter &center : centers) {
        x.push_back(center.x);
        y.push_back(center.y);
    }
    const auto count = static_cast<std::int64_t>(centers.size());
    tensors.push_back(stored(prefix + ".center_x", DType::Int16, {count}, x));
    tensors.push_back(stored(prefix + ".center_y", DType::Int16, {count}, y));
}

/// Pictures and draws for the script, and the draws in the request.
std::string swdFile(const ImageStack &a, const ImageStack &b, SwdRequest &request)
{
    std::vector<StoredTensor> tensors = {planes("a", a), planes("b", b)};
    const std::vector<int> sides = pyramidSides(a.side);
    for (std::size_t level = 0; level < sides.size(); ++level) {
        const SwdDrawPlan plan = {1, level, sides[level], 3, a.count, 128, 512};
        request.fixedCenters.push_back(drawCenters(plan));
        request.fixedDirections.push_back(drawDirections(plan));
        const std::string prefix = "level" + std::to_string(level);
        addCenters(tensors, prefix + ".a", request.fixedCenters.back().a);
        addCenters(tensors, prefix + ".b", request.fixedCenters.back().b);
        tensors.push_back(stored(prefix + ".directions", DType::Float32, {512, 147},
                                 request.fixedDirections.back().values));
    }
    const fs::path path = folder() / "swd.safetensors";
    writeFileAtomically(path, encodeSafetensors(tensors, {}));
    return path.string();
}

void benchSwd()
{
    const ImageStack a = noise_stack::make({kSwdSide, 3, kSwdPictures, 0, 20}, 1);
    const ImageStack b = noise_stack::make({kSwdSide, 3, kSwdPictures, 5, 10}, 2);
    SwdRequest request;
    const std::string file = swdFile(a, b, request);
    for (const int threads : {1, 2}) {
        request.threads = threads;
        SwdResult result;
        const bench::Timing ours = timed([&] { result = swd(a, b, request, RunContext()); });
        const bench::PythonRun numpy = bench::runScript("swd_reference.py", {file, "3"}, threads);
        bench::printRow(withThreads("2 x 256 pictures 64x64", threads), {ours, numpy.timing});
        for (std::size_t level = 0; level < numpy.values.size(); ++level)
            printDifference(result.levels[level].value, numpy.values[level]);
        SwdRequest second = request;
        second.keptSides = folder() / "sides";
        const bench::Timing known = timed([&] { swd(a, b, second, RunContext()); });
        bench::printRow(withThreads("the same, reference side known", threads),
                        {known, numpy.timing});
    }
}

std::shared_ptr<const FeatureStats> madeStats(std::size_t count, std::uint64_t seed)
{
    const Features features =
        made_features::normal(count, kFidDimension, seed, 0.01 * static_cast<double>(seed));
    return std::make_shared<const FeatureStats>(
        featureStats(features, {"", "", "", kFidDimension}, 2, RunContext()));
}

void benchFrechet(const char *name, std::size_t count)
{
    const auto a = madeStats(count, 1);
    const auto b = madeStats(count, 2);
    const std::string fileA = (folder() / "a.npz").string();
    const std::string fileB = (folder() / "b.npz").string();
    writeFeatureStats(fileA, *a);
    writeFeatureStats(fileB, *b);
    for (const int threads : {1, 2}) {
        const FrechetReference reference(b);
        FrechetDistance result;
        const bench::Timing ours = timed([&] { result = reference.distanceTo(*a, RunContext()); });
        const bench::PythonRun scipy =
            bench::runScript("frechet_reference.py", {fileA, fileB, "2"}, threads);
        bench::printRow(withThreads(name, threads), {ours, scipy.timing});
        printDifference(result.value.value_or(NAN), scipy.values.front());
    }
}

float worstError(const Features &features, const at::Tensor &expected)
{
    float worst = 0;
    for (std::size_t i = 0; i < features.values.size(); ++i)
        worst = std::max(worst, std::fabs(features.values[i] - expected.data_ptr<float>()[i]));
    return worst;
}

void benchInception()
{
    const ImageStack stack = noise_stack::make({kSwdSide, 3, kPictures, 0, 30}, 3);
    test_networks::EagerInception eager;
    eager.forward(at::zeros({1, 3, 299, 299}), 2048);
    const std::string file = (folder() / "inception.pth").string();
    test_networks::writeZipPickle(file, eager.tensors());
    const auto extractor = openInception({file, kFidDimension});
    const at::Tensor pixels = at::empty({static_cast<std::int64_t>(kPictures), 299, 299, 3});
    for (std::size_t i = 0; i < kPictures; ++i)
        prepareInput(stack.image(i), extractor->preparation(),
                     pixels.data_ptr<float>() + i * 299 * 299 * 3);
    const at::Tensor pictures = pixels.permute({0, 3, 1, 2}).contiguous();
    for (const int threads : {1, 2}) {
        at::set_num_threads(threads);
        Features ours;
        at::Tensor expected;
        const bench::Duel duel = bench::duel(
            kRounds, [&](int) { ours = extractor->extract(stack, threads, RunContext()); },
            [&](int) { expected = eager.forward(pictures, 2048).contiguous(); });
        bench::printRow(withThreads("8 pictures of 64x64", threads), duel);
        std::printf("    largest difference %.1e\n",
                    static_cast<double>(worstError(ours, expected)));
    }
}

template <typename Work>
void benchBesidePython(const char *subject, const char *module, const Work &work)
{
    bench::printHead(subject, "here", module);
    if (bench::pythonHas(module))
        work();
    else
        std::printf("skipped: %s has no %s (Debian: python3-%s)\n", bench::kPython, module, module);
}

} // namespace

/// `bench_metrics [inception|swd|frechet]`: one part, or all.
int main(int argc, char **argv)
{
    const auto wants = [&](const char *part) { return argc < 2 || std::string(argv[1]) == part; };
    const at::NoGradGuard noGradients;
    const ParkedTeam team;
    if (wants("inception")) {
        bench::printHead("Inception features, 2048", "extractor", "torch eager");
        benchInception();
    }
    if (wants("swd"))
        benchBesidePython("Sliced Wasserstein distance, exact, fixed draws", "numpy", benchSwd);
    if (wants("frechet"))
        benchBesidePython("Frechet distance, 2048 features, root of the reference kept", "scipy",
                          [] {
                              benchFrechet("4096 pictures (eigen form)", kMany);
                              benchFrechet("256 pictures (Gram form)", kFew);
                          });
    fs::remove_all(folder());
    return 0;
}
