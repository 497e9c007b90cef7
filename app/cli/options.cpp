// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "words.h"

namespace quantloupe::cli {

namespace {

/// The second column begins at the same place in every list.
constexpr std::size_t kHelpColumn = 24;
/// Of bit-widths, within the first column.
constexpr std::size_t kBitsColumn = 15;

} // namespace

void addTo(CLI::App &app, GlobalOptions &options)
{
    app.add_flag("--json", options.json, "One JSON object on stdout instead of tables");
    app.add_flag("--quiet", options.quiet, "No progress and no warnings on stderr");
    app.add_option("--threads", options.threads, "Threads for computing; 0 takes every core")
        ->check(CLI::Range(0, 1024));
    app.add_option("--seed", options.seed, "Seed of every random stream")->capture_default_str();
    app.add_option("--batch", options.batch, "Samples computed together (micro-batch)")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    app.add_option("--engine", options.engine, "Kernels: auto or torch")
        ->check(CLI::IsMember({"auto", "torch"}))
        ->capture_default_str();
    app.add_option("--store", options.store,
                   "Keep the run, its answer and what it found in FILE; see `runs`");
    app.add_flag("--no-cache", options.noCache, "Recompute everything instead of reusing results");
}

void addTo(CLI::App &command, GeneratorOptions &options)
{
    command
        .add_option(kGeneratorOption, options.file,
                    "Generator file (TorchScript, state dict), builtin:avatars-64 or "
                    "builtin:fashion-32")
        ->required();
    command.add_option("--architecture", options.architecture,
                       "Architecture file for a state dict (see resources/architectures)");
    command
        .add_option("--assume", options.assumptions,
                    "KEY=VALUE for something the file does not contain (repeatable; `inspect` "
                    "lists keys and choices)")
        ->allow_extra_args(false);
    command.add_option("--network", options.network, "Which network of a file with several");
    command.add_option("--input-range", options.inputRange,
                       "LO,HI: values of black and white in input pictures");
    command.add_option("--distribution", options.distribution, "Latents: normal or uniform")
        ->check(CLI::IsMember({"normal", "uniform"}));
    command.add_option("--label", options.label, "Class of all samples, or uniform");
    command.add_option("--truncation", options.truncation,
                       "Truncation, where the network takes one");
    command.add_flag("--train-norm", options.trainNorm,
                     "Keep batch norm and dropout in training mode where a trace caught them so");
}

void addTo(CLI::App &command, ConfigOptions &options)
{
    command.add_option("--config", options.file,
                       "Configuration file (JSON), or a picture or report saved with one");
    command
        .add_option("--set", options.rules,
                    "'PATTERN=SPEC' (repeatable, later wins), for example '*=w4:mse:channel,a8'. "
                    "PATTERN: a glob, re:REGEX, kind:linear, 3x3 (a kernel), position:first or "
                    "position:last")
        ->allow_extra_args(false);
    for (const Correction each : corrections())
        command.add_flag("--" + std::string(name(each)), options.corrections[each],
                         "Correction, see below; =PATTERN for some layers only (repeatable), "
                         "=except:PATTERN to leave some out");
    addCalibration(command, options);
}

void addCalibration(CLI::App &command, ConfigOptions &options)
{
    command
        .add_option("--calibrate-on", options.calibrateOn,
                    "latents (the usual), IMAGES, or given twice both, half of each")
        ->allow_extra_args(false);
    command
        .add_option("--calibrate-count", options.calibrateCount,
                    "Samples for activation ranges and corrections (512); of a network that takes "
                    "pictures at most " +
                        std::to_string(kMostCalibrationPictures) + ", which is its usual number")
        ->check(CLI::Range(1, 1000000));
    command.add_option("--calibrate-seed", options.calibrateSeed,
                       "Seed of those samples, where it is not --seed");
}

std::string rangeEstimatorHelp()
{
    std::string text = "Estimators of activation ranges:\n";
    for (const RangeEstimator estimator : rangeEstimators())
        text += helpLine(name(estimator), sourceOf(estimator), kHelpColumn);
    return text;
}

std::string correctionHelp()
{
    std::string text = "Corrections, made from the calibration's samples:\n";
    for (const Correction correction : corrections())
        text += helpLine("--" + std::string(name(correction)), sourceOf(correction), kHelpColumn);
    return text;
}

std::string weightMethodHelp()
{
    std::string text = "Weight methods:\n";
    for (const WeightMethod method : weightMethods()) {
        const BitRange bits = bitRange(method);
        const std::string range =
            bits.least == bits.most ? std::to_string(bits.least)
                                    : std::to_string(bits.least) + "-" + std::to_string(bits.most);
        std::string word(name(method));
        word.resize(kBitsColumn, ' ');
        text += helpLine(word + "w" + range, sourceOf(method), kHelpColumn);
    }
    return text;
}

void addTo(CLI::App &command, InputOptions &options)
{
    command
        .add_option("--count", options.count,
                    "Number of samples (" + std::to_string(InputOptions::kDefaultCount) + ")")
        ->check(CLI::Range(1, 10000000));
    command.add_option("--samples", options.samples,
                       "Samples by name instead of the first N of the seed: SEED:INDEX, "
                       "SEED:FIRST-LAST, or SEED:INDEX~SEED:INDEX@SHARE on the way between two, "
                       "with commas between them");
    command.add_option(
        "--latents", options.latents,
        "Latents from FILE.safetensors[:key] instead of the seed, with their classes "
        "where it holds them (label) and --label says nothing");
    addImages(command, options);
    addTo(command, options.preparation);
}

void addImages(CLI::App &command, InputOptions &options)
{
    command.add_option("--images", options.images,
                       "Input pictures of an image-to-image network: folder, picture, tar, "
                       "IDX(.gz), CIFAR binary, FILE.safetensors:key");
}

void addTo(CLI::App &command, CalibrateOptions &options)
{
    addTo(command, options.request.generator);
    addTo(command, options.request.config);
    addTo(command, options.request.inputs.preparation);
    command.add_option("--out", options.request.out,
                       "Configuration file (.json) with the ranges in it");
}

void addTo(CLI::App &command, InspectOptions &options)
{
    addTo(command, options.request.generator);
    command.add_option("--write-architecture", options.writeArchitecture,
                       "Write the architecture a state dict was bound to, to edit it");
    command.add_option("--layer", options.layer,
                       "Look at one layer under a configuration: levels, errors of its channels, "
                       "range of its input");
    command
        .add_option("--channel", options.channel,
                    "The output channel of --layer whose weights are shown")
        ->check(CLI::Range(0, 100000000));
    addTo(command, options.request.config);
    addTo(command, options.request.inputs);
}

void addTo(CLI::App &command, QuantizersOptions &options)
{
    addTo(command, options.generator);
    command.add_option("--layer", options.layer, "The layer whose weight is quantized")->required();
    command.add_option("--bits", options.bits, "Bit-widths to try, 1 to 16 (8,4,3,2,1)")
        ->delimiter(',')
        ->check(CLI::Range(1, 16));
    command
        .add_option(
            "--granularity", options.granularity,
            "What shares a scale: tensor, channel, or group16, group32, group64 or group128 "
            "for so many weights of a channel")
        ->check(CLI::IsMember(namesOf(granularities())))
        ->capture_default_str();
}

} // namespace quantloupe::cli
