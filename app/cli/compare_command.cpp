// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "commands.h"
#include "exchange/config_file.h"
#include "exchange/report_json.h"
#include "pictures.h"
#include "tables.h"

#include <filesystem>
#include <iostream>

namespace quantloupe::cli {

namespace {

constexpr const char *kConfigurationKeyword = "quantloupe-configuration";

std::string configurationText(const CompareRequest &request)
{
    return toJson(
        configFileFor(info(*request.generator), request.plan, request.calibration, request.config));
}

nlohmann::ordered_json answerFor(const CommandContext &context, const std::string &command,
                                 const CompareRequest &request, const CompareReport &report)
{
    nlohmann::ordered_json answer = answerHead(context, command, *request.generator);
    answer["samplingPlan"] = planJson(request.plan, request.calibration);
    answer.update(compareJson(report));
    return answer;
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

} // namespace

void runCompare(CommandContext &context, const GenerateOptions &options)
{
    const CompareRequest request = requestFor(context, options);
    const CompareReport report = context.session.compare(request, Lane::Compute, context.run);
    if (!options.out.empty())
        writePng(options.out, comparisonPicture(report.pairs),
                 {{kConfigurationKeyword, configurationText(request)}});
    if (context.global.json)
        std::cout << answerFor(context, "compare", request, report).dump(2) << '\n';
    else
        std::cout << compareText(report);
}

void runDemo(CommandContext &context, const GenerateOptions &options)
{
    CompareRequest request = requestFor(context, options);
    if (request.config.isFloat())
        chooseDemoBits(info(*request.generator), request.config);
    const CompareReport report = context.session.compare(request, Lane::Compute, context.run);
    const std::filesystem::path folder = options.out;
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        throw Error(ErrorKind::Io,
                    folder.string() + " could not be created: " + failure.message() + ".");
    const std::string configuration = configurationText(request);
    nlohmann::ordered_json answer = answerFor(context, "demo", request, report);
    writePng(folder / "comparison.png", comparisonPicture(report.pairs),
             {{kConfigurationKeyword, configuration}});
    writeFileAtomically(folder / "configuration.json", configuration);
    writeFileAtomically(folder / "report.json", answer.dump(2) + "\n");
    answer["files"] = {(folder / "comparison.png").string(),
                       (folder / "configuration.json").string(), (folder / "report.json").string()};
    if (context.global.json) {
        std::cout << answer.dump(2) << '\n';
        return;
    }
    std::cout << compareText(report) << "\nRows of the picture: float, quantized, difference.\n";
    for (const std::string file : {"comparison.png", "configuration.json", "report.json"})
        std::cout << (folder / file).string() << '\n';
}

} // namespace quantloupe::cli
