// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_findings.h"

#include "base/error.h"
#include "exchange/recipe_json.h"
#include "exchange/sensitivity_json.h"
#include "quant/spec_rules.h"
#include "session/library_versions.h"
#include "session/run_answers.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace quantloupe {

namespace {

using Words = std::vector<std::string>;

/// What a command says before it measures.
Warnings openingWarnings(const GeneratorInfo &info, const Words &words)
{
    Warnings warnings = info.warnings;
    const AskedOptions options = askedOptions(words);
    const auto rules = options.find("--set");
    if (rules == options.end())
        return warnings;
    std::vector<SpecRule> parsed;
    for (const std::string &text : rules->second)
        parsed.push_back(parseSpecRule(text));
    QuantConfig config;
    for (std::string &sentence : notesOn(applySpecRules(config, info.layers, parsed)))
        warnings.push_back(std::move(sentence));
    return warnings;
}

template <typename Request, typename Report>
RunResult resultOf(const Request &request, const GeneratorPtr &generator, const Report &report,
                   const Words &words, const std::vector<std::string> &said)
{
    Warnings warnings = openingWarnings(info(*generator), words);
    warnings.insert(warnings.end(), said.begin(), said.end());
    const nlohmann::ordered_json answer = answerFor(request, report, warnings);
    return {RunState::Finished, answer.dump(), generatorIn(answer)};
}

} // namespace

RunRequest runRequest(const std::string &command, const AskedOptions &options, const Words &words,
                      std::uint64_t seed)
{
    RunRequest request;
    request.command = command;
    request.words = words;
    request.folder = std::filesystem::current_path().string();
    request.request = questionJson(command, options);
    request.seed = seed;
    request.versions = nlohmann::json{{"LibTorch", libTorchVersion()}}.dump();
    return request;
}

std::string storedKey(const CellKey &key)
{
    return "sensitivity/" + key;
}

StoredCell storedCell(const SensitivityCell &cell)
{
    return {storedKey(cell.key), cellLine(cell)};
}

StoredCell storedRow(const RecipeRow &row)
{
    return {"reproduce/" + row.configuration.roles.front(), recipeRowJson(row).dump()};
}

StoredTrial storedTrial(const ConfigSearchRequest &request, const SearchTrial &trial)
{
    nlohmann::ordered_json result = trialJson(request, trial);
    const nlohmann::ordered_json layers = std::move(result["layers"]);
    result.erase("layers");
    return {layers.dump(), result.dump()};
}

RunResult finishedRun(const MetricsRequest &request, const MetricsReport &report,
                      const Words &words)
{
    return resultOf(request, request.generator, report, words, report.skipped);
}

RunResult finishedRun(const SensitivityRequest &request, const SensitivityReport &report,
                      const Words &words)
{
    return resultOf(request, request.generator, report, words, report.notes);
}

RunResult finishedRun(const ConfigSearchRequest &request, const ConfigSearchReport &report,
                      const Words &words)
{
    return resultOf(request, request.sweep.generator, report, words, report.notes);
}

RunResult finishedRun(const RecipeRequest &request, const RecipeReport &report, const Words &words)
{
    const std::vector<std::string> skipped =
        report.rows.empty() ? std::vector<std::string>() : report.rows.front().report.skipped;
    return resultOf(request, request.measurement.generator, report, words, skipped);
}

} // namespace quantloupe
