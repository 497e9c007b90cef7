// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/quantizer_trial.h"

#include "analysis/weight_numbers.h"
#include "base/elapsed.h"
#include "quant/weight_quantizer.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <tuple>

namespace quantloupe {

namespace {

constexpr int kRuns = 3;
/// A run of so many seconds is long against the clock and the scheduler; it is not repeated.
constexpr double kLongRun = 0.1;

void addVariants(WeightSpec spec, std::vector<WeightSpec> &specs)
{
    const auto addOnce = [&](MappingType mapping, CodeRange range) {
        spec.mapping = mapping;
        spec.range = range;
        const WeightSpec variant = canonical(spec);
        if (std::ranges::find(specs, variant) == specs.end())
            specs.push_back(variant);
    };
    addOnce(MappingType::Symmetric, CodeRange::Narrow);
    addOnce(MappingType::Symmetric, CodeRange::Full);
    addOnce(MappingType::Asymmetric, CodeRange::Narrow);
}

} // namespace

std::vector<WeightSpec> trialSpecs(std::span<const int> bits, Granularity granularity)
{
    std::vector<WeightSpec> specs;
    for (const int width : bits)
        for (const WeightMethod method : weightMethods())
            if (bitRange(method).contains(width))
                addVariants({method, width, MappingType::Symmetric, granularity}, specs);
    return specs;
}

QuantizerTrial tryQuantizer(std::span<const float> weights, const ChannelLayout &layout,
                            const WeightSpec &spec)
{
    using Clock = std::chrono::steady_clock;
    QuantizerTrial trial;
    trial.spec = spec;
    trial.seconds = std::numeric_limits<double>::infinity();
    QuantizedTensor quantized;
    for (int run = 0; run < kRuns; ++run) {
        const Clock::time_point start = Clock::now();
        quantized = quantize(weights, layout, spec);
        const double seconds = secondsSince(start);
        trial.seconds = std::min(trial.seconds, seconds);
        if (seconds > kLongRun)
            break;
    }
    trial.numbers = weightNumbers(weights, quantized);
    if (quantized.levelCount() <= WeightInspection::kMostLevels)
        trial.levels = placeLevels(weights, quantized);
    return trial;
}

void sortTrials(std::vector<QuantizerTrial> &trials)
{
    std::ranges::stable_sort(trials, [](const QuantizerTrial &a, const QuantizerTrial &b) {
        return std::tuple(b.spec.bits, a.numbers.meanSquaredError) <
               std::tuple(a.spec.bits, b.numbers.meanSquaredError);
    });
}

} // namespace quantloupe
