// SPDX-License-Identifier: GPL-3.0-or-later
// Quantizers of weights: beside their plain references, over all layers of a network, and k-means
// beside scikit-learn. Ratios hold on any machine; milliseconds only on this one. At the end it
// judges the quantizers that search nothing by their milliseconds with two threads, and k-means:
// exit status 1 if one misses a goal.
#include "goals.h"
#include "python_reference.h"
#include "stopwatch.h"

#include "base/file_io.h"
#include "quant/kmeans_fit.h"
#include "quant/reference.h"
#include "weight_quantization.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <unistd.h>

using namespace weight_quantization;

namespace {

namespace fs = std::filesystem;

constexpr int kRounds = 9;
constexpr int kSlowRounds = 5;
constexpr std::int64_t kCodebookWeights = 500000;
constexpr int kCodebookBits = 4;
constexpr int kJudgedThreads = 2;
/// Those with a formula for their levels.
const std::vector<std::string> kJudged = {"w8:minmax",        "w4:minmax",   "w4:minmax:asym",
                                          "w4:minmax:tensor", "w2:ternary",  "w1",
                                          "w4:log",           "w4:extremes", "w4:tanh"};
const std::vector<std::string> kSearched = {"w4:mse", "w4:em", "w4:kmeans"};
const std::string kCodebook = "w4:kmeans:tensor";
constexpr bench::Goal kNetworkGoal{"12.6 million weights, T=2", 30, " ms", bench::Bound::AtMost};
constexpr bench::Goal kCodebookGoal{"500,000 weights by scikit-learn", 20, "x"};
constexpr bench::Goal kErrorGoal{"squared error by the least one", 1.0001, "", bench::Bound::AtMost,
                                 7};

/// The layers of a DCGAN for 64x64 pictures with 128 features before the last one.
const std::vector<std::vector<std::int64_t>> kNetwork = {
    {100, 1024, 4, 4}, {1024, 512, 4, 4}, {512, 256, 4, 4}, {256, 128, 4, 4}, {128, 3, 4, 4}};

void benchReferences(const std::vector<std::int64_t> &shape, int axis, const char *name,
                     std::initializer_list<const char *> texts)
{
    const ChannelLayout layout = channelLayout(shape, axis);
    const Values weights = gaussian(layout.elementCount(), 1);
    for (const char *text : texts) {
        const WeightSpec spec = weightSpec(text);
        bench::printRow(std::string(text) + ", " + name,
                        bench::duel(
                            kSlowRounds, [&](int) { quantize(weights, layout, spec); },
                            [&](int) { reference::quantize(weights, layout, spec); }));
    }
}

/// All layers into buffers used before, beside a tensor made anew for each layer. Returns the
/// former's milliseconds.
double benchNetwork(const std::string &text, int threads)
{
    const WeightSpec spec = weightSpec(text);
    std::vector<Values> weights;
    for (const auto &shape : kNetwork)
        weights.push_back(gaussian(tensorLayout(shape).elementCount(), weights.size()));
    std::vector<QuantizedTensor> kept(kNetwork.size());
    const auto again = [&](int) {
        for (std::size_t i = 0; i < kNetwork.size(); ++i)
            quantizeInto(kept[i], weights[i], channelLayout(kNetwork[i], 1), spec, threads);
    };
    const auto anew = [&](int) {
        for (std::size_t i = 0; i < kNetwork.size(); ++i)
            quantize(weights[i], channelLayout(kNetwork[i], 1), spec);
    };
    const bench::Duel duel = bench::duel(kRounds, again, anew);
    bench::printRow(text + ", 5 layers, T=" + std::to_string(threads), duel);
    return duel.ours.median();
}

void benchNetworks(bench::Verdicts &verdicts)
{
    bench::printHead("12.6 million weights", "into buffers used before", "anew, T=1");
    for (const std::string &text : kJudged)
        for (const int threads : {1, 2}) {
            const double milliseconds = benchNetwork(text, threads);
            if (threads == kJudgedThreads)
                verdicts.take(text, kNetworkGoal, "median", milliseconds);
        }
    for (const std::string &text : kSearched)
        for (const int threads : {1, 2})
            benchNetwork(text, threads);
}

void benchNumbers(const char *text, int threads)
{
    const ChannelLayout layout = channelLayout(kNetwork[1], 1);
    const Values weights = gaussian(layout.elementCount(), 1);
    const QuantizedTensor tensor = quantize(weights, layout, weightSpec(text));
    bench::printRow(std::string(text) + ", 8.4 million, T=" + std::to_string(threads),
                    bench::duel(
                        kSlowRounds, [&](int) { quantizationStats(weights, tensor, threads); },
                        [&](int) { reference::quantizationStats(weights, tensor); }));
}

std::string fileOf(const Values &weights)
{
    std::string path = (fs::temp_directory_path() / "weights-XXXXXX").string();
    ::close(::mkstemp(path.data()));
    writeFileAtomically(path, std::as_bytes(std::span(weights)));
    return path;
}

double squaredError(const Values &weights, const QuantizedTensor &tensor)
{
    return quantizationStats(weights, tensor).meanSquaredError *
           static_cast<double>(weights.size());
}

/// One start of scikit-learn's k-means, beside `ours`.
void benchAgainstPython(const std::string &file, const bench::Timing &ours, double least,
                        int threads, bench::Verdicts &verdicts)
{
    const bench::PythonRun theirs = bench::runScript(
        "kmeans_reference.py", {file, std::to_string(1 << kCodebookBits), "3"}, threads);
    const std::string where = "T=" + std::to_string(threads);
    bench::printRow("16 levels of 500,000 weights, " + where, {ours, theirs.timing});
    std::printf("    theirs: error over the least %.6f\n",
                *std::ranges::min_element(theirs.values) / least);
    verdicts.take(kCodebook, kCodebookGoal, where, theirs.timing.median() / ours.median());
}

void benchCodebook(bench::Verdicts &verdicts)
{
    const bool hasPython = bench::pythonHas("sklearn");
    if (!hasPython)
        std::puts("not beside scikit-learn: Debian's python3-sklearn is not installed");
    const Values weights = gaussian(kCodebookWeights, 1);
    const WeightSpec spec = weightSpec(kCodebook.c_str());
    const SortedWeights sorted = sortedWeights({weights, kCodebookWeights});
    const double least = partitionError(sorted, exactPartition(sorted, 1 << kCodebookBits));
    const std::string file = fileOf(weights);
    for (const int threads : {1, 2}) {
        QuantizedTensor tensor;
        bench::Timing ours;
        for (int round = 0; round < kSlowRounds; ++round)
            ours.milliseconds.push_back(bench::millisecondsOf(
                [&] { quantizeInto(tensor, weights, flat(weights), spec, threads); }));
        if (hasPython)
            benchAgainstPython(file, ours, least, threads, verdicts);
        const double error = squaredError(weights, tensor) / least;
        std::printf("    ours: error over the least %.6f\n", error);
        verdicts.take(kCodebook, kErrorGoal, "T=" + std::to_string(threads), error);
    }
    fs::remove(file);
}

} // namespace

int main()
{
    bench::Verdicts verdicts;
    bench::printHead("One layer", "fast", "reference");
    benchReferences({256, 128, 4, 4}, 1, "transposed 256x128x4x4",
                    {"w4:minmax", "w2:mse", "w4:mse", "w8:mse", "w2:ternary", "w1"});
    benchReferences({2048, 100}, 0, "linear 2048x100",
                    {"w2:mse", "w4:mse", "w8:mse", "w8:mse:group16"});
    benchNetworks(verdicts);
    bench::printHead("Error, occupancy, entropy, clipped share", "fast", "reference");
    for (const char *text : {"w4:minmax", "w8:kmeans"})
        for (const int threads : {1, 2})
            benchNumbers(text, threads);
    bench::printHead("Codebook of least squared error", "quantloupe", "scikit-learn");
    benchCodebook(verdicts);
    std::vector<bench::Demand> demands = bench::demands(kJudged, std::array{kNetworkGoal});
    for (const bench::Goal &goal : {kCodebookGoal, kErrorGoal})
        demands.push_back({kCodebook, goal});
    return verdicts.print("quantizer", demands) ? 0 : 1;
}
