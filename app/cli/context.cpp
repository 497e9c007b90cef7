// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

#include "base/error.h"
#include "calibration_options.h"
#include "exchange/command_line.h"
#include "exchange/config_file.h"
#include "exchange/report_json.h"
#include "picture_fit.h"
#include "quant/correction_rules.h"
#include "quant/spec_rules.h"
#include "recording.h"
#include "sample_source.h"
#include "session/run_answers.h"

#include <charconv>
#include <filesystem>
#include <iostream>
#include <sstream>

namespace quantloupe::cli {

void note(CommandContext &context, const std::string &sentence)
{
    if (sentence.empty())
        return;
    context.notes.push_back(sentence);
    if (!context.global.quiet)
        std::cerr << sentence << '\n';
}

void give(CommandContext &context, const nlohmann::ordered_json &answer, const std::string &text)
{
    if (context.recording && !context.recording->take(answer))
        return;
    if (context.global.json)
        std::cout << answer.dump(2) << '\n';
    else
        std::cout << text;
}

void noteShortfall(CommandContext &context, const std::optional<std::size_t> &count,
                   const std::string &source, std::size_t available)
{
    if (count && available < *count)
        note(context, source + " holds fewer samples than --count " + std::to_string(*count) +
                          "; all " + std::to_string(available) + " are used.");
}

namespace {

std::pair<std::string, std::string> splitAssumption(const std::string &text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw Error(ErrorKind::BadInput,
                    "--assume takes KEY=VALUE, not '" + text + "'; `inspect` lists the keys.");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

void requireKnownAssumptions(const OpenRequest &request, const GeneratorInfo &info)
{
    for (const auto &[key, value] : request.assumptions) {
        if (info.assumption(key))
            continue;
        std::string keys;
        for (const Assumption &assumption : info.assumptions)
            keys += (keys.empty() ? "" : ", ") + assumption.key;
        throw Error(ErrorKind::BadInput, "There is no assumption " + key + " about " + info.name +
                                             "; there are " + keys + ".");
    }
}

void requireFits(const ConfigFile &file, const GeneratorInfo &info)
{
    const std::vector<std::string> differences = mismatches(file, info);
    if (differences.empty())
        return;
    std::string list;
    for (const std::string &difference : differences)
        list += (list.empty() ? "- " : "\n- ") + difference;
    throw Error(ErrorKind::BadInput,
                "The configuration was made for " + file.generatorName + " and does not fit " +
                    info.name + "; choose one made for the same layers. The differences are:",
                list);
}

void applyRules(CommandContext &context, const GeneratorInfo &info,
                const std::vector<std::string> &texts, QuantConfig &config)
{
    std::vector<SpecRule> rules;
    for (const std::string &text : texts)
        rules.push_back(parseSpecRule(text));
    for (const std::string &sentence : notesOn(applySpecRules(config, info.layers, rules)))
        note(context, sentence);
}

OpenRequest openRequest(const GeneratorOptions &options)
{
    OpenRequest request;
    request.path = options.file;
    request.architectureFile = options.architecture;
    request.network = options.network;
    request.keepTrainingMode = options.trainNorm;
    for (const std::string &text : options.assumptions)
        request.assumptions.insert_or_assign(splitAssumption(text).first,
                                             splitAssumption(text).second);
    if (!options.distribution.empty())
        request.assumptions["latent.distribution"] = options.distribution;
    if (!options.inputRange.empty())
        request.assumptions["input.range"] = options.inputRange;
    return request;
}

/// Adds what a saved configuration assumes otherwise than the generator was opened with, unless
/// the user said something else. True if there was anything.
bool adoptAssumptions(const ConfigFile &saved, const GeneratorInfo &info, OpenRequest &request)
{
    bool differs = false;
    for (const Assumption &wanted : saved.assumptions) {
        const Assumption *present = info.assumption(wanted.key);
        const bool same =
            present && present->value == wanted.value && (present->confirmed || !wanted.confirmed);
        if (present && !same)
            differs |= request.assumptions.try_emplace(wanted.key, wanted.value).second;
    }
    return differs;
}

} // namespace

GeneratorPtr openGenerator(CommandContext &context, const GeneratorOptions &options,
                           const std::optional<ConfigFile> &saved)
{
    OpenRequest request = openRequest(options);
    GeneratorPtr generator = context.session.open(request, context.run);
    requireKnownAssumptions(request, info(*generator));
    if (saved) {
        requireFits(*saved, info(*generator));
        if (adoptAssumptions(*saved, info(*generator), request))
            generator = context.session.open(request, context.run);
    }
    for (const std::string &warning : info(*generator).warnings)
        note(context, warning);
    if (saved)
        note(context, otherWeightsNote(*saved, info(*generator)));
    return generator;
}

namespace {

/// Told from rules by its ending.
bool isConfigurationFile(const std::string &text)
{
    const std::string ending = std::filesystem::path(text).extension().string();
    return ending == ".json" || ending == ".png" || ending == ".html" || ending == ".safetensors";
}

std::optional<ConfigFile> savedConfig(const ConfigOptions &options)
{
    return options.file.empty() ? std::nullopt : std::optional(readConfigFile(options.file));
}

SamplingPlan planFor(const Generator &generator, const GeneratorOptions &options,
                     const std::optional<ConfigFile> &saved)
{
    SamplingPlan plan = samplingPlan(generator);
    if (saved) {
        plan.label = saved->plan.label;
        plan.truncation = saved->plan.truncation;
    }
    if (options.label == "uniform")
        plan.label.reset();
    if (!options.label.empty() && options.label != "uniform") {
        std::int64_t label = 0;
        const char *end = options.label.data() + options.label.size();
        const auto result = std::from_chars(options.label.data(), end, label);
        if (result.ec != std::errc() || result.ptr != end)
            throw Error(ErrorKind::BadInput,
                        "--label takes a class number or uniform, not '" + options.label + "'.");
        plan.label = label;
    }
    plan.truncation = options.truncation.value_or(plan.truncation);
    return plan;
}

QuantConfig configFor(CommandContext &context, const Generator &generator,
                      const ConfigOptions &options, const std::optional<ConfigFile> &saved)
{
    QuantConfig config;
    if (saved)
        config = saved->config;
    applyRules(context, info(generator), options.rules, config);
    CorrectionChoice corrections = config.corrections();
    for (const auto &[correction, values] : options.corrections)
        for (const std::string &value : values)
            applyCorrectionRule(corrections, info(generator).layers,
                                {correction, value == "true" ? std::string() : value});
    config.setCorrections(std::move(corrections));
    return config;
}

} // namespace

CompareRequest requestFor(CommandContext &context, const GenerateOptions &options)
{
    const std::optional<ConfigFile> saved = savedConfig(options.config);
    CompareRequest request;
    request.generator = openGenerator(context, options.generator, saved);
    const Generator &generator = *request.generator;
    request.plan = planFor(generator, options.generator, saved);
    const ChosenCalibration calibration =
        calibrationFor(context, generator, options, saved, request.plan);
    request.config = configFor(context, generator, options.config, saved);
    request.source = sampleSource(context, generator, options.inputs);
    // What the user says goes before what a file of latents says.
    if (!options.generator.label.empty())
        request.source.labels = nullptr;
    request.calibration = calibration.plan;
    request.calibrationImages = calibration.pictures;
    request.ranges = calibration.ranges;
    request.execution.microBatch = context.global.batch;
    request.execution.threads = context.global.threads;
    request.execution.useCache = !context.global.noCache;
    return request;
}

QuantConfig besideConfig(CommandContext &context, const Generator &generator,
                         const std::string &text)
{
    if (isConfigurationFile(text)) {
        const ConfigFile file = readConfigFile(text);
        requireFits(file, info(generator));
        return file.config;
    }
    std::vector<std::string> rules;
    CorrectionChoice corrections;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, kRuleSeparator);)
        if (part.starts_with(kCorrectionMark))
            applyCorrectionRule(corrections, info(generator).layers,
                                parseCorrectionRule(part.substr(kCorrectionMark.size())));
        else
            rules.push_back(part);
    QuantConfig config;
    applyRules(context, info(generator), rules, config);
    config.setCorrections(std::move(corrections));
    return config;
}

nlohmann::ordered_json answerHead(const CommandContext &context, const std::string &command,
                                  const Generator &generator)
{
    return quantloupe::answerHead(command, context.global.seed, info(generator));
}

nlohmann::ordered_json samplingJson(const CompareRequest &request, const GenerateOptions &options)
{
    nlohmann::ordered_json json = planJson(request.plan, request.calibration);
    const GeneratorInfo &facts = info(*request.generator);
    json["calibration"]["source"] = calibrationSource(options.config);
    if (!options.inputs.samples.empty())
        json["samples"] = options.inputs.samples;
    if (!options.inputs.latents.empty())
        json["latents"] = options.inputs.latents;
    if (request.source.labels)
        json["label"] = "given";
    if (!facts.isImageToImage())
        return json;
    // Pictures are no latents.
    json.erase("distribution");
    json["images"] = options.inputs.images.empty() ? "procedural" : options.inputs.images;
    json["imageFit"] = pictureFitJson(options.inputs, facts);
    return json;
}

} // namespace quantloupe::cli
