// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/command_parts.h"

#include "base/embedded_files.h"
#include "base/error.h"
#include "quant/correction_rules.h"
#include "quant/shortest_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

namespace quantloupe::command_parts {

std::string shortest(double number)
{
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), result.ptr};
}

namespace {

std::string rangeText(ValueRange range)
{
    return shortest(range.low) + "," + shortest(range.high);
}

} // namespace

std::string absoluteFile(const std::string &path)
{
    return isEmbedded(path) || !std::filesystem::exists(path)
               ? path
               : std::filesystem::absolute(path).lexically_normal().string();
}

std::string placeOf(const std::string &path)
{
    return std::filesystem::absolute(path).lexically_normal().string();
}

void addGenerator(const ComparisonCommand &command, Words &words)
{
    words.push_back(absoluteFile(command.generator));
    if (!command.architectureFile.empty())
        words.insert(words.end(), {"--architecture", absoluteFile(command.architectureFile)});
    if (!command.network.empty())
        words.insert(words.end(), {"--network", command.network});
    for (const auto &[key, value] : command.assumptions)
        words.insert(words.end(), {"--assume", key + "=" + value});
    if (command.keepTrainingMode)
        words.push_back("--train-norm");
}

void addPlan(const ComparisonCommand &command, Words &words)
{
    const SamplingPlan &plan = command.plan;
    const SamplingPlan &usual = command.usualPlan;
    if (plan.distribution != usual.distribution)
        words.insert(words.end(), {"--distribution", std::string(name(plan.distribution))});
    // A value that begins with a minus stands behind '=', so that it is no option.
    if (!(plan.inputRange == usual.inputRange))
        words.push_back("--input-range=" + rangeText(plan.inputRange));
    if (!(plan.outputRange == usual.outputRange))
        words.insert(words.end(), {"--assume", "output.range=" + rangeText(plan.outputRange)});
    if (plan.label != usual.label)
        words.insert(words.end(),
                     {"--label", plan.label ? std::to_string(*plan.label) : "uniform"});
    if (plan.truncation != usual.truncation)
        words.insert(words.end(), {"--truncation", shortest(plan.truncation)});
}

bool isCalibrated(const QuantConfig &config)
{
    return !config.corrections().isEmpty() ||
           std::ranges::any_of(config.layers(), [](const auto &layer) {
               return !layer.second.activation.isFloat();
           });
}

void addCalibration(const ComparisonCommand &command, Words &words)
{
    if (command.calibration.count != CalibrationPlan().count)
        words.insert(words.end(), {"--calibrate-count", std::to_string(command.calibration.count)});
    if (command.calibration.seed != command.seed)
        words.insert(words.end(), {"--calibrate-seed", std::to_string(command.calibration.seed)});
}

void addConfiguration(const ComparisonCommand &command, Words &words)
{
    if (!command.configurationFile.empty()) {
        words.insert(words.end(), {"--config", absoluteFile(command.configurationFile)});
        return;
    }
    addPlan(command, words);
    if (command.hasRangesOfPictures)
        throw Error(ErrorKind::Unsupported,
                    "The activation ranges come from pictures of which the window holds no path; "
                    "save the configuration, which holds the ranges, and copy again.");
    for (const std::string &rule : shortestRules(command.config, command.layers))
        words.insert(words.end(), {"--set", rule});
    for (const CorrectionRule &rule : correctionRules(command.config.corrections()))
        words.push_back(std::string(kCorrectionMark) + toText(rule));
    if (isCalibrated(command.config) || std::ranges::any_of(command.beside, isCalibrated))
        addCalibration(command, words);
}

void addSamples(const ComparisonCommand &command, Words &words)
{
    words.insert(words.end(), {"--seed", std::to_string(command.seed)});
    if (command.samples.samples.empty())
        words.insert(words.end(), {"--count", std::to_string(command.count)});
    else
        words.insert(words.end(), {"--samples", toText(command.samples)});
}

void addKernels(const ComparisonCommand &command, Words &words)
{
    words.insert(words.end(), {"--batch", std::to_string(command.microBatch), "--threads",
                               std::to_string(command.threads)});
}

void requireDrawnInputs(ComparisonCommand::Inputs inputs)
{
    if (inputs == ComparisonCommand::Inputs::GivenLatents)
        throw Error(ErrorKind::Unsupported,
                    "The pictures come from latents that were given one by one; a command can name "
                    "those of a seed only. Show latents of a seed and copy again.");
    if (inputs == ComparisonCommand::Inputs::GivenPictures)
        throw Error(ErrorKind::Unsupported,
                    "The network is fed with pictures of your own, which the window has fitted and "
                    "holds no path of; write the command with --images instead.");
}

} // namespace quantloupe::command_parts
