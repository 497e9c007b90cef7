// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensitivity_options.h"

#include "base/error.h"
#include "sample_source.h"
#include "sweep_options.h"
#include "words.h"

#include <algorithm>
#include <utility>

namespace quantloupe::cli {

namespace {

/// "em:tensor" at any bit-width the method has.
WeightSpec weightFor(const std::string &method)
{
    const std::string word = method.substr(0, method.find(':'));
    const int bits = bitRange(named(weightMethods(), word, "method")).most;
    return parseSpec("w" + std::to_string(bits) + ":" + method).spec.weight;
}

std::vector<std::string> layersFor(const GeneratorInfo &info,
                                   const std::vector<std::string> &patterns)
{
    std::vector<std::string> layers;
    for (const std::string &text : patterns) {
        const std::size_t before = layers.size();
        for (std::string &layer : layersOf(info, text))
            if (std::ranges::find(layers, layer) == layers.end())
                layers.push_back(std::move(layer));
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
    command.add_option("--samples", options.samples,
                       "These samples, as `compare` names them, instead of --count of the seed; "
                       "by sqnr, psnr or ssim");
    command.add_option("--region", options.region,
                       "LEFT,TOP,WIDTHxHEIGHT: compare only these pixels of each picture, by sqnr, "
                       "psnr or ssim");
    command.add_flag("--sketch", options.sketch,
                     "Also predict the cells of weights from a few gradients, and say how well; by "
                     "sqnr alone. Among cells of 2 bits or fewer it may not rank layers: go by "
                     "what is measured there");
}

SensitivityRequest sensitivityRequestFor(CommandContext &context, const SensitivityOptions &options)
{
    SensitivityPlan cells;
    cells.bits = options.bits;
    cells.weight = weightFor(options.method);
    cells.activation = parseSpec("a8:" + options.estimator).spec.activation;
    cells.sites.clear();
    for (const std::string &site : options.sites)
        cells.sites.push_back(parseSensitivitySite(site));
    cells.modes.clear();
    for (const std::string &mode : options.modes)
        cells.modes.push_back(parseSensitivityMode(mode));
    const MetricsRequest metrics = metricsRequestFor(context, options.metrics);
    SensitivityRequest request = sweepFor(metrics, metrics.count);
    request.metric = onlyMetric(metrics.metrics);
    request.cells = std::move(cells);
    request.cells.layers = layersFor(info(*request.generator), options.layers);
    request.repeats = options.repeats;
    request.sketchProbes = options.sketch ? kSketchProbes : 0;
    if (!options.samples.empty())
        request.samples = namedSamples(info(*request.generator), options.samples);
    if (!options.region.empty())
        request.region = parsePixelRect(options.region);
    return request;
}

} // namespace quantloupe::cli
