// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "export_options.h"
#include "recording.h"
#include "saved_configuration.h"
#include "session/export_run.h"
#include "store/run_store.h"
#include "tables.h"
#include "words.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

constexpr std::size_t kHelpColumn = 24;

ExportRequest exportRequest(CommandContext &context, const ExportOptions &options)
{
    ExportRequest request;
    request.format = parseExportFormat(options.format);
    requireFileName(request.format, options.request.out);
    request.compare = requestFor(context, options.request);
    const GeneratorInfo &facts = info(*request.compare.generator);
    if (!options.names.empty()) {
        request.names = readOnnxNames(options.names, facts);
        if (!usesOnnxNames(request.format) && request.format != ExportFormat::Quantloupe)
            note(context, "--names has no effect on the format " + options.format +
                              ", which names layers by module.");
    }
    request.file = parseConfigFile(
        toJson(timed(configurationFile(context, request.compare, options.request,
                                       request.compare.ranges ? *request.compare.ranges
                                                              : CalibratedRanges()))),
        options.request.config.file);
    request.architectureFile = options.request.generator.architecture;
    return request;
}

/// Null without --sweep, and where the format shows none.
std::optional<SweepOverlay> sweepFor(CommandContext &context, const ExportOptions &options,
                                     const GeneratorInfo &generator)
{
    if (!options.sweep && !context.global.store.empty())
        throw Error(ErrorKind::BadInput,
                    "--store has no effect on export without --sweep; leave it out.");
    if (!options.sweep)
        return {};
    if (parseExportFormat(options.format) != ExportFormat::ModelExplorer)
        throw Error(ErrorKind::BadInput, "--sweep has no effect on the format " + options.format +
                                             ", which shows no sensitivity; leave it out.");
    const std::filesystem::path file = storeFile(context);
    RunStore store(file, RunStore::Missing::Refuse);
    return sweepOverlay(store.show(*options.sweep), file.filename().string(), generator.sha256);
}

void noteEmptyOverlay(CommandContext &context, const ExportSource &source, RunId run)
{
    if (source.sweep && showsNothing(*source.sweep, source.layers))
        note(context, "No value of run " + std::to_string(run) +
                          " is at the bits of the configuration, so that the file shows no value; "
                          "set bits that the run measured, or measure these with `sensitivity`.");
}

/// What must be known of the files as a whole; empty for most formats.
std::string needOf(ExportFormat format)
{
    return format == ExportFormat::Aimet200
               ? "These are encodings in the form of QAIRT 2.37 or later; for older versions, "
                 "export aimet-1.0.0."
               : std::string();
}

std::string lossesText(const ExportResult &result)
{
    if (result.losses.empty())
        return "Nothing is lost.\n";
    Table table({"layer", "what cannot be said", "written instead"});
    for (const ExportLoss &loss : result.losses)
        table.add({loss.layer, loss.what, loss.written});
    return table.text();
}

nlohmann::ordered_json answerFor(const CommandContext &context, const ExportRequest &request,
                                 const ExportResult &result)
{
    nlohmann::ordered_json answer = answerHead(context, "export", *request.compare.generator);
    answer["format"] = name(request.format);
    answer["losses"] = nlohmann::ordered_json::array();
    for (const ExportLoss &loss : result.losses)
        answer["losses"].push_back(
            {{"layer", loss.layer}, {"what", loss.what}, {"written", loss.written}});
    answer["files"] = nlohmann::ordered_json::array();
    for (const ExportedFile &file : result.files)
        answer["files"].push_back(file.path.string());
    answer["warnings"] = context.notes;
    if (const std::string need = needOf(request.format); !need.empty())
        answer["warnings"].push_back(need);
    return answer;
}

} // namespace

void addTo(CLI::App &command, ExportOptions &options)
{
    addTo(command, options.request.generator);
    addTo(command, options.request.config);
    addTo(command, options.request.inputs.preparation);
    command.add_option("--format", options.format, "One of the formats below")->required();
    command.add_option("--names", options.names,
                       "JSON of ONNX names, {\"LAYER\": {\"node\": ..., \"weight\": ..., "
                       "\"input\": ...}}, instead of derived ones");
    command.add_option("--sweep", options.sweep,
                       "model-explorer: show what this run of `sensitivity` in the run store "
                       "measured, not the SQNR of the weights");
    command
        .add_option("--out", options.request.out,
                    "File to write; a script that reads it goes beside it")
        ->required();
}

std::string exportFormatHelp()
{
    std::string text = "Formats:\n";
    for (const ExportFormat format : exportFormats())
        text += helpLine(name(format), sourceOf(format), kHelpColumn);
    return text;
}

void runExport(CommandContext &context, const ExportOptions &options)
{
    const ExportRequest request = exportRequest(context, options);
    const auto sweep = sweepFor(context, options, info(*request.compare.generator));
    ExportSource source = exportSource(context.session, request, context.run);
    source.sweep = sweep;
    const ExportResult result = exportConfiguration(request.format, source, options.request.out);
    writeFiles(result);
    noteEmptyOverlay(context, source, options.sweep.value_or(0));
    if (context.global.json) {
        std::cout << answerFor(context, request, result).dump(2) << '\n';
        return;
    }
    std::cout << lossesText(result);
    if (const std::string need = needOf(request.format); !need.empty())
        std::cout << need << '\n';
    for (const ExportedFile &file : result.files)
        std::cout << file.path.string() << '\n';
}

} // namespace quantloupe::cli
