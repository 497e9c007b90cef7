// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensitivity_options.h"

#include "base/error.h"
#include "quant/layer_pattern.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

template <typename Value> std::vector<std::string> namesOf(std::span<const Value> values)
{
    std::vector<std::string> names;
    for (const Value value : values)
        names.emplace_back(name(value));
    return names;
}

/// "em:tensor" at any bit-width the method has.
WeightSpec weightFor(const std::string &method)
{
    const std::string word = method.substr(0, method.find(':'));
    for (const WeightMethod each : weightMethods())
        if (name(each) == word)
            return parseSpec("w" + std::to_string(bitRange(each).most) + ":" + method).spec.weight;
    throw Error(ErrorKind::BadInput, "There is no method '" + word + "'; the methods are " +
                                         joined(namesOf(weightMethods())) + ".");
}

std::vector<std::string> layersFor(const GeneratorInfo &info,
                                   const std::vector<std::string> &patterns)
{
    std::vector<std::string> layers;
    for (const std::string &text : patterns) {
        const std::size_t before = layers.size();
        for (const std::size_t i : LayerPattern(text).matches(info.layers))
            if (std::ranges::find(layers, info.layers[i].name) == layers.end())
                layers.push_back(info.layers[i].name);
        if (layers.size() == before)
            throw Error(ErrorKind::BadInput, "--layer '" + text + "' matches no further layer of " +
                                                 info.name + "; `inspect` lists its layers.");
    }
    return layers;
}

MetricKind onlyMetric(const std::vector<MetricKind> &metrics)
{
    if (metrics.size() != 1)
        throw Error(ErrorKind::BadInput, "A sensitivity is by one metric; give --metric one name.");
    return metrics.front();
}

} // namespace

void addTo(CLI::App &command, SensitivityOptions &options)
{
    options.metrics.metrics = "sqnr";
    options.metrics.count = kSweepSamples;
    addTo(command, options.metrics);
    command.add_option("--bits", options.bits, "Bit-widths, 1 to 16")
        ->delimiter(',')
        ->check(CLI::Range(1, 16))
        ->capture_default_str();
    command
        .add_option("--method", options.method,
                    "Quantizer of weights, as between the colons of w4:mse:channel; the bit-widths "
                    "it cannot have get binary or mse")
        ->capture_default_str();
    command
        .add_option("--estimator", options.estimator,
                    "Range estimator of activations, as behind a8:")
        ->capture_default_str();
    command
        .add_option("--layer", options.layers,
                    "Only these layers: names or patterns as --set takes them (repeatable)")
        ->allow_extra_args(false);
    command.add_option("--site", options.sites, joined(namesOf(sensitivitySites())))
        ->delimiter(',')
        ->capture_default_str();
    command
        .add_option("--mode", options.modes,
                    joined(namesOf(sensitivityModes())) +
                        ": one layer quantized, or one returned to float")
        ->delimiter(',')
        ->capture_default_str();
    command
        .add_option("--repeats", options.repeats,
                    "At most so many times, each on other latents; less where all ranks are told "
                    "apart before")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command.add_flag("--sketch", options.sketch,
                     "Also predict the cells of weights from a few gradients, and say how well");
}

SensitivityRequest sensitivityRequestFor(CommandContext &context, const SensitivityOptions &options)
{
    SensitivityRequest request;
    request.cells.bits = options.bits;
    request.cells.weight = weightFor(options.method);
    request.cells.activation = parseSpec("a8:" + options.estimator).spec.activation;
    request.cells.sites.clear();
    for (const std::string &site : options.sites)
        request.cells.sites.push_back(parseSensitivitySite(site));
    request.cells.modes.clear();
    for (const std::string &mode : options.modes)
        request.cells.modes.push_back(parseSensitivityMode(mode));
    const MetricsRequest metrics = metricsRequestFor(context, options.metrics);
    request.metric = onlyMetric(metrics.metrics);
    request.generator = metrics.generator;
    request.cells.layers = layersFor(info(*request.generator), options.layers);
    request.base = metrics.config;
    request.plan = metrics.plan;
    request.calibration = metrics.calibration;
    request.calibrationImages = metrics.calibrationImages;
    request.ranges = metrics.ranges;
    request.execution = metrics.execution;
    request.reference = metrics.reference;
    request.extractor = metrics.extractor;
    request.perceptual = metrics.perceptual;
    request.allowSmallFid = metrics.allowSmallFid;
    request.count = metrics.count;
    request.seed = metrics.seed;
    request.repeats = options.repeats;
    request.sketchProbes = options.sketch ? kSketchProbes : 0;
    return request;
}

} // namespace quantloupe::cli
