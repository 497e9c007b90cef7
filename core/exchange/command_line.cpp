// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/command_line.h"

#include "base/error.h"
#include "exchange/command_parts.h"
#include "quant/correction_rules.h"
#include "quant/layer_pattern.h"
#include "quant/shortest_rules.h"

#include <algorithm>
#include <set>

namespace quantloupe {

using namespace command_parts;

namespace {

/// As --beside takes it.
std::string besideText(const QuantConfig &config, const std::vector<LayerInfo> &layers)
{
    Words parts = shortestRules(config, layers);
    if (parts.empty())
        parts.push_back("*=wfloat");
    for (const CorrectionRule &rule : correctionRules(config.corrections()))
        parts.push_back(std::string(kCorrectionMark) + toText(rule));
    std::string text;
    for (const std::string &part : parts) {
        if (part.find(kRuleSeparator) != std::string::npos)
            throw Error(ErrorKind::Unsupported,
                        "'" + part + "' cannot be written in a command, because a '" +
                            kRuleSeparator + "' parts the settings of a kept configuration there.");
        text += (text.empty() ? "" : std::string(1, kRuleSeparator)) + part;
    }
    return text;
}

void addBeside(const ComparisonCommand &command, Words &words)
{
    for (const QuantConfig &config : command.beside)
        words.insert(words.end(), {"--beside", besideText(config, command.layers)});
}

void addSweep(const ExportCommand &command, Words &words)
{
    if (!command.sweep)
        return;
    if (command.sweep->store.empty())
        throw Error(ErrorKind::Unsupported,
                    "The sweep whose values are shown is no run of a run store, by which a command "
                    "could name it; find sensitivities again while a store keeps new runs, or "
                    "choose the SQNR of the weights.");
    words.insert(words.end(), {"--sweep", std::to_string(command.sweep->run), "--store",
                               absoluteFile(command.sweep->store)});
}

bool isPlain(const std::string &word)
{
    constexpr std::string_view kSigns = "_@%+=:,./-";
    return !word.empty() && std::ranges::all_of(word, [&](char letter) {
        const bool isAlphanumeric = (letter >= 'a' && letter <= 'z') ||
                                    (letter >= 'A' && letter <= 'Z') ||
                                    (letter >= '0' && letter <= '9');
        return isAlphanumeric || kSigns.find(letter) != std::string_view::npos;
    });
}

std::string quoted(const std::string &word)
{
    if (isPlain(word))
        return word;
    std::string text = "'";
    for (const char letter : word)
        text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return text + "'";
}

} // namespace

std::vector<std::string> commandWords(const ComparisonCommand &command)
{
    requireDrawnInputs(command.inputs);
    Words words = {"quantloupe-cli", "compare"};
    addGenerator(command, words);
    addConfiguration(command, words);
    addBeside(command, words);
    addSamples(command, words);
    addKernels(command, words);
    return words;
}

std::vector<std::string> commandWords(const ExportCommand &command)
{
    const ComparisonCommand &exported = command.exported;
    // Only calibration looks at inputs.
    if (isCalibrated(exported.config))
        requireDrawnInputs(exported.inputs);
    Words words = {"quantloupe-cli", "export"};
    addGenerator(exported, words);
    addConfiguration(exported, words);
    addSweep(command, words);
    words.insert(words.end(), {"--format", command.format, "--out", placeOf(command.out), "--seed",
                               std::to_string(exported.seed)});
    addKernels(exported, words);
    return words;
}

std::vector<std::string> commandWords(const ReportCommand &command)
{
    requireDrawnInputs(command.shown.inputs);
    Words words = {"quantloupe-cli", "report"};
    addGenerator(command.shown, words);
    addConfiguration(command.shown, words);
    addSamples(command.shown, words);
    if (!command.metrics.empty())
        words.insert(words.end(),
                     {"--metric", command.metrics, "--reference", absoluteFile(command.reference),
                      "--metric-count", std::to_string(command.metricCount)});
    words.insert(words.end(), {"--out", placeOf(command.out)});
    addKernels(command.shown, words);
    return words;
}

namespace {

/// The reference, how many samples, and what computes features.
void addMeasurement(const MetricsCommand &command, Words &words)
{
    words.insert(words.end(), {"--reference", absoluteFile(command.reference), "--count",
                               std::to_string(command.count)});
    if (!command.extractor.empty())
        words.insert(words.end(), {"--extractor", absoluteFile(command.extractor)});
    if (!command.depth.empty())
        words.insert(words.end(), {"--depth", command.depth});
    if (!command.pipeline.empty())
        words.insert(words.end(), {"--pipeline", command.pipeline});
}

std::string commaList(const std::vector<int> &numbers)
{
    std::string text;
    for (const int each : numbers)
        text += (text.empty() ? "" : ",") + std::to_string(each);
    return text;
}

/// What makes the numbers the same ones.
void addExecution(const MetricsCommand &command, Words &words)
{
    words.insert(words.end(), command.preparation.begin(), command.preparation.end());
    if (command.allowSmallFid)
        words.push_back("--few");
    words.insert(words.end(), {"--seed", std::to_string(command.measured.seed), "--batch",
                               std::to_string(command.measured.microBatch), "--threads",
                               std::to_string(command.measured.threads)});
}

} // namespace

std::vector<std::string> commandWords(const MetricsCommand &command)
{
    const ComparisonCommand &measured = command.measured;
    requireDrawnInputs(measured.inputs);
    Words words = {"quantloupe-cli", "metrics"};
    addGenerator(measured, words);
    addConfiguration(measured, words);
    words.insert(words.end(), {"--metric", command.metrics});
    addMeasurement(command, words);
    if (!command.lpipsTrunk.empty())
        words.insert(words.end(), {"--lpips-trunk", absoluteFile(command.lpipsTrunk)});
    if (!command.lpipsHeads.empty())
        words.insert(words.end(), {"--lpips-heads", absoluteFile(command.lpipsHeads)});
    addExecution(command, words);
    return words;
}

std::vector<std::string> commandWords(const RecipeCommand &command)
{
    const ComparisonCommand &measured = command.measurement.measured;
    requireDrawnInputs(measured.inputs);
    Words words = {"quantloupe-cli", "reproduce", command.recipe};
    addGenerator(measured, words);
    addPlan(measured, words);
    addMeasurement(command.measurement, words);
    addExecution(command.measurement, words);
    return words;
}

std::vector<std::string> commandWords(const SensitivityCommand &command)
{
    const ComparisonCommand &measured = command.measurement.measured;
    requireDrawnInputs(measured.inputs);
    Words words = {"quantloupe-cli", "sensitivity"};
    addGenerator(measured, words);
    addConfiguration(measured, words);
    if (command.quantizesActivations && !isCalibrated(measured.config))
        addCalibration(measured, words);
    words.insert(words.end(), {"--metric", command.measurement.metrics, "--bits",
                               commaList(command.bits), "--site", command.site, "--mode",
                               command.mode, "--repeats", std::to_string(command.repeats)});
    if (command.sketch)
        words.push_back("--sketch");
    if (!command.samples.empty())
        words.insert(words.end(), {"--samples", command.samples});
    if (!command.region.empty())
        words.insert(words.end(), {"--region", command.region});
    addMeasurement(command.measurement, words);
    addExecution(command.measurement, words);
    return words;
}

namespace {

/// Which layers of the network keep their setting, and which share one.
void addMarks(const SearchCommand &command, Words &words)
{
    std::set<std::string> ties;
    for (const LayerInfo &layer : command.measurement.measured.layers) {
        if (command.marks.isLocked(layer.name))
            words.insert(words.end(), {"--lock", literalPattern(layer.name)});
        if (const std::string tie = command.marks.tie(layer.name); !tie.empty())
            ties.insert(tie);
    }
    for (const std::string &tie : ties) {
        std::string members;
        for (const std::string &layer : command.marks.members(tie)) {
            if (layer.find(',') != std::string::npos)
                throw Error(ErrorKind::Unsupported,
                            "'" + layer +
                                "' cannot be tied in a command, because a comma parts "
                                "the layers there; save the configuration, which holds "
                                "its ties, and pass it by --config.");
            members += (members.empty() ? "" : ",") + literalPattern(layer);
        }
        words.insert(words.end(), {"--tie", members});
    }
}

std::string commaList(const Words &parts)
{
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : ",") + part;
    return text;
}

} // namespace

std::vector<std::string> commandWords(const SearchCommand &command)
{
    const ComparisonCommand &measured = command.measurement.measured;
    requireDrawnInputs(measured.inputs);
    Words words = {"quantloupe-cli", "search"};
    addGenerator(measured, words);
    addConfiguration(measured, words);
    if (command.bound.empty())
        words.insert(words.end(), {"--budget", command.budget});
    else
        words.insert(words.end(), {"--bound", command.bound, "--bound-cost", command.boundCost});
    words.insert(words.end(), {"--algorithm", command.algorithm, "--bits", commaList(command.bits),
                               "--method", commaList(command.methods)});
    if (command.granularity != Granularity::PerChannel)
        words.insert(words.end(), {"--granularity", std::string(name(command.granularity))});
    for (const std::string &allowed : command.allowed)
        words.insert(words.end(), {"--allow", allowed});
    addMarks(command, words);
    if (!command.target.empty())
        words.insert(words.end(), {"--target", absoluteFile(command.target)});
    if (command.seconds > 0)
        words.insert(words.end(), {"--time", shortest(command.seconds)});
    words.insert(words.end(), {"--sweep-count", std::to_string(command.sweepCount), "--metric",
                               command.measurement.metrics});
    if (command.measuresFront)
        words.push_back("--measure-front");
    addMeasurement(command.measurement, words);
    addExecution(command.measurement, words);
    return words;
}

std::vector<std::string> commandWords(const QuantizersCommand &command)
{
    Words words = {"quantloupe-cli", "quantizers"};
    addGenerator(command.opened, words);
    words.insert(words.end(), {"--layer", command.layer, "--bits", commaList(command.bits),
                               "--granularity", std::string(name(command.granularity))});
    return words;
}

std::string shellLine(const std::vector<std::string> &words)
{
    std::string line;
    for (const std::string &word : words)
        line += (line.empty() ? "" : " ") + quoted(word);
    return line;
}

} // namespace quantloupe
