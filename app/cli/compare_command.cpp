// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/embedded_files.h"
#include "base/error.h"
#include "base/file_io.h"
#include "commands.h"
#include "exchange/config_file.h"
#include "exchange/named_configs.h"
#include "exchange/report_json.h"
#include "recording.h"
#include "result_folder.h"
#include "saved_configuration.h"
#include "session/comparison_picture.h"
#include "session/run_picture.h"
#include "tables.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <map>
#include <span>
#include <utility>

namespace quantloupe::cli {

namespace {

constexpr std::array<const char *, 3> kDemoFiles = {"comparison.png", "configuration.json",
                                                    "report.json"};

/// They are named by the letters of the alphabet.
constexpr std::size_t kMostBeside = 26;

/// Samples of any seed are told apart in the answer.
void addSeeds(const CompareReport &report, nlohmann::ordered_json &answer)
{
    for (std::size_t i = 0; i < report.pairs.size(); ++i)
        answer["samples"][i]["seed"] = report.pairs[i].sample.seed;
}

nlohmann::ordered_json answerFor(const CommandContext &context, const std::string &command,
                                 const GenerateOptions &options, const CompareRequest &request,
                                 const CompareReport &report)
{
    nlohmann::ordered_json answer = answerHead(context, command, *request.generator);
    answer["samplingPlan"] = samplingJson(request, options);
    answer.update(compareJson(report));
    if (!options.inputs.samples.empty())
        addSeeds(report, answer);
    answer["unquantized"] = unquantizedJson(info(*request.generator));
    answer["warnings"] = context.notes;
    return answer;
}

/// The configuration and those of --beside, in that order.
std::vector<CompareReport> compareAll(CommandContext &context, const CompareRequest &request,
                                      const std::vector<QuantConfig> &beside)
{
    std::vector<QuantConfig> configs = {request.config};
    configs.insert(configs.end(), beside.begin(), beside.end());
    std::vector<CompareReport> reports;
    CompareRequest next = request;
    for (std::size_t i = 0; i < configs.size(); ++i) {
        next.config = configs[i];
        const auto share = [&](std::size_t done) {
            return static_cast<double>(done) / static_cast<double>(configs.size());
        };
        reports.push_back(
            context.session.compare(next, Lane::Compute, context.run.sub(share(i), share(i + 1))));
    }
    return reports;
}

/// What was found out on the way; the generator's own warnings are known since it was opened.
void noteWarnings(CommandContext &context, const CompareRequest &request,
                  std::span<const CompareReport> reports)
{
    const std::vector<std::string> &known = info(*request.generator).warnings;
    for (const CompareReport &report : reports)
        for (const std::string &warning : report.warnings)
            if (std::ranges::count(known, warning) + std::ranges::count(context.notes, warning) ==
                0)
                note(context, warning);
}

std::string besideTexts(const CompareRequest &request, const std::vector<QuantConfig> &beside)
{
    std::vector<NamedConfig> named;
    for (const QuantConfig &config : beside)
        named.push_back({std::string(1, static_cast<char>('A' + named.size())), config});
    return toJson(named, configFileFor(info(*request.generator), request.plan, request.calibration,
                                       request.config));
}

nlohmann::ordered_json besideJson(const GenerateOptions &options,
                                  std::span<const CompareReport> reports)
{
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < reports.size(); ++i) {
        nlohmann::ordered_json one = {{"configuration", options.beside[i]}};
        one.update(compareJson(reports[i]));
        if (!options.inputs.samples.empty())
            addSeeds(reports[i], one);
        all.push_back(std::move(one));
    }
    return all;
}

/// Few enough bits to be seen, with the layers that hurt most kept at eight.
void chooseDemoBits(const GeneratorInfo &facts, QuantConfig &config)
{
    for (std::size_t i = 0; i < facts.layers.size(); ++i) {
        const bool edge = i == 0 || i + 1 == facts.layers.size();
        LayerQuantSpec spec;
        spec.weight = weightSpecOfBits(edge ? 8 : 4);
        config.set(facts.layers[i].name, spec);
    }
}

bool isBuiltinGenerator(const std::string &file)
{
    const std::vector<std::string_view> all = embeddedGenerators();
    return std::find(all.begin(), all.end(), file) != all.end();
}

/// A built-in generator comes with a configuration that is worth a look.
GenerateOptions withExample(GenerateOptions options)
{
    if (isBuiltinGenerator(options.generator.file) && options.config.file.empty() &&
        options.config.rules.empty())
        options.config.file = embeddedConfiguration(options.generator.file);
    return options;
}

} // namespace

void runCompare(CommandContext &context, const GenerateOptions &options)
{
    if (!options.out.empty() && std::filesystem::path(options.out).extension() != ".png")
        throw Error(ErrorKind::BadInput, "The comparison is a PNG picture; give --out a name that "
                                         "ends in .png, not '" +
                                             options.out + "'.");
    if (options.beside.size() > kMostBeside)
        throw Error(ErrorKind::BadInput,
                    "--beside is given " + std::to_string(options.beside.size()) +
                        " times; at most " + std::to_string(kMostBeside) +
                        " configurations, named A to Z, stand beside the one compared.");
    const CompareRequest request = requestFor(context, options);
    std::vector<QuantConfig> beside;
    for (const std::string &text : options.beside)
        beside.push_back(besideConfig(context, *request.generator, text));
    const std::vector<CompareReport> reports = compareAll(context, request, beside);
    noteWarnings(context, request, reports);
    if (context.recording)
        context.recording->keepPicture([&] { return runPicture(reports.front()); });
    const std::span<const CompareReport> others = std::span(reports).subspan(1);
    if (!options.out.empty()) {
        ConfigFile file = configurationFile(context, request, options, reports.front().ranges);
        addResults(context, options, reports.front(), file);
        std::map<std::string, std::string> texts = {{kConfigurationKeyword, toJson(file)}};
        if (!beside.empty())
            texts[kNamedConfigsKeyword] = besideTexts(request, beside);
        writePng(options.out, comparisonPicture(reports), texts);
    }
    auto answer = answerFor(context, "compare", options, request, reports.front());
    if (!beside.empty())
        answer["beside"] = besideJson(options, others);
    std::string text = compareText(reports.front());
    for (std::size_t i = 0; i < others.size(); ++i)
        text += "\nBeside: " + options.beside[i] + "\n" + compareText(others[i]);
    give(context, answer, text);
}

void runDemo(CommandContext &context, const GenerateOptions &options)
{
    const GenerateOptions shown = withExample(options);
    CompareRequest request = requestFor(context, shown);
    if (request.config.isFloat())
        chooseDemoBits(info(*request.generator), request.config);
    const CompareReport report = context.session.compare(request, Lane::Compute, context.run);
    noteWarnings(context, request, {&report, 1});
    const std::filesystem::path folder = options.out;
    nlohmann::ordered_json answer = answerFor(context, "demo", options, request, report);
    writeTogether(folder, [&](const std::filesystem::path &part) {
        ConfigFile file = configurationFile(context, request, shown, report.ranges);
        addResults(context, shown, report, file);
        writePng(part / kDemoFiles[0], comparisonPicture({&report, 1}),
                 {{kConfigurationKeyword, toJson(file)}});
        writeFileAtomically(part / kDemoFiles[1], toJson(timed(std::move(file))));
        writeFileAtomically(part / kDemoFiles[2], answer.dump(2) + "\n");
    });
    for (const char *file : kDemoFiles)
        answer["files"].push_back((folder / file).string());
    if (context.global.json) {
        std::cout << answer.dump(2) << '\n';
        return;
    }
    std::cout << compareText(report) << "\nRows of the picture: float, quantized, difference.\n";
    for (const char *file : kDemoFiles)
        std::cout << (folder / file).string() << '\n';
}

} // namespace quantloupe::cli
