// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "base/finite.h"
#include "kept_cells.h"
#include "recording.h"
#include "search_options.h"
#include "session/present_provenance.h"
#include "session/run_answers.h"
#include "session/run_findings.h"
#include "session/run_picture.h"
#include "tables.h"

#include <algorithm>
#include <iostream>
#include <map>

namespace quantloupe::cli {

namespace {

/// A front's rows may lie close to the limit, on either side of it.
constexpr int kBitsDigits = 3;

/// KID is small.
int digitsOf(MetricKind metric)
{
    return metric == MetricKind::Kernel ? 6 : 3;
}

/// " (why)", or nothing.
std::string remarkText(const std::string &remark)
{
    return remark.empty() ? "" : " (" + remark + ")";
}

/// Each layer's bits in order: "8 4 4 2".
std::string bitsText(const GeneratorInfo &info, const QuantConfig &config)
{
    std::string text;
    for (const LayerInfo &layer : info.layers) {
        const WeightSpec &spec = config.spec(layer.name).weight;
        text += (text.empty() ? "" : " ") +
                (spec.isFloat() ? std::string("float") : std::to_string(spec.bits));
    }
    return text;
}

/// "12.3 (11.9 .. 12.8)"; an output that equals float's to the bit has no finite SQNR.
std::string valueText(MetricKind metric, const SearchTrial &trial)
{
    const int digits = digitsOf(metric);
    std::string text = numberText(finite(trial.measured), digits);
    if (trial.interval)
        text += " (" + numberText(trial.interval->low, digits) + " .. " +
                numberText(trial.interval->high, digits) + ")";
    return text;
}

std::string tableOf(const ConfigSearchRequest &request, const ConfigSearchReport &report,
                    const std::vector<SearchTrial> &trials)
{
    const GeneratorInfo &facts = info(*request.sweep.generator);
    std::vector<std::string> header = {"size", "average bits", "BOPs", "predicted SQNR dB"};
    const std::optional<MetricKind> metric = measuredMetric(request);
    const bool hasInterval = std::ranges::any_of(
        trials, [](const SearchTrial &trial) { return trial.interval.has_value(); });
    if (metric)
        header.push_back("measured " + measuredName(request, report) +
                         (hasInterval ? " (95 %)" : ""));
    header.emplace_back("bits by layer");
    Table table(header);
    for (const SearchTrial &trial : trials) {
        std::vector<std::string> row = {
            byteText(trial.size.bytes), numberText(trial.size.averageBits, kBitsDigits),
            countText(trial.size.bops), numberText(trial.predictedSqnr, 2)};
        if (metric)
            row.push_back(valueText(*metric, trial));
        row.push_back(bitsText(facts, trial.config));
        table.add(row);
    }
    return table.text();
}

/// What was measured between the points of the front, by ascending size; empty for nothing.
std::string betweenText(const ConfigSearchRequest &request, const ConfigSearchReport &report)
{
    std::vector<SearchTrial> between;
    for (const SearchTrial &trial : report.trials)
        if (std::ranges::find(report.front, trial.config, &SearchTrial::config) ==
            report.front.end())
            between.push_back(trial);
    if (between.empty())
        return {};
    std::ranges::stable_sort(between, {},
                             [](const SearchTrial &trial) { return trial.size.bytes; });
    return "Measured between its points:\n" + tableOf(request, report, between);
}

/// On how many samples points were measured and what a reader must know of its values; a mark
/// that not all of them share is that of some. Empty where none was measured.
std::string measuredText(const ConfigSearchRequest &request, const ConfigSearchReport &report)
{
    std::map<std::string, std::size_t> marks;
    std::size_t count = 0;
    for (const SearchTrial &trial : report.trials) {
        ++count;
        ++marks[trial.mark];
    }
    if (count == 0)
        return {};
    std::string text = measuredName(request, report) + " of " + std::to_string(request.count) +
                       " samples that the search chose by";
    for (const auto &[mark, rows] : marks)
        if (!mark.empty())
            text += "; " + mark +
                    (rows == count ? ""
                                   : " (" + std::to_string(rows) + " of " + std::to_string(count) +
                                         " measured rows)");
    return text + ".\n";
}

std::string bestTable(const ConfigSearchRequest &request, const ConfigSearchReport &report)
{
    std::string text;
    for (const LayerInfo &layer : info(*request.sweep.generator).layers) {
        const LayerQuantSpec &spec = report.best.config.spec(layer.name);
        text +=
            "  " + layer.name + "=" + toText(spec.weight) + "," + toText(spec.activation) + "\n";
    }
    text += byteText(report.best.size.bytes) + ", " +
            numberText(report.best.size.averageBits, kBitsDigits) + " bits on average, " +
            countText(report.best.size.bops) + " BOPs; predicted SQNR " +
            numberText(report.best.predictedSqnr, 2) + " dB";
    // The value that it was chosen by.
    if (const std::optional<MetricKind> metric = measuredMetric(request);
        metric && report.best.n > 0)
        text += "; " + measuredName(request, report) + " " + valueText(*metric, report.best) +
                " measured by the search";
    text += "\n";
    for (const MetricRow &row : report.exact.rows)
        text += row.name + " of " + std::to_string(row.n) +
                " unseen samples: " + numberText(row.quantized.value, digitsOf(row.kind)) +
                remarkText(row.quantized ? row.mark : row.quantized.reason) + "\n";
    return text;
}

std::string textFor(const ConfigSearchRequest &request, const ConfigSearchReport &report)
{
    std::string text = report.isFrontFinished ? "Front:\n" : "Front until the time was up:\n";
    text += tableOf(request, report, report.front) + betweenText(request, report) +
            measuredText(request, report);
    text += report.isReachable ? "\nBest" : "\n" + report.nearest + "\nNearest";
    if (!report.isFinished)
        text += " until the time was up";
    text += report.isProvenBest ? " (no better sum of errors exists):\n" : ":\n";
    return text + bestTable(request, report);
}

/// The best as a file: locked layers keep who chose them.
std::string bestText(const CommandContext &context, const SearchOptions &options,
                     const ConfigSearchRequest &request, const ConfigSearchReport &report)
{
    ConfigFile file = bestFile(request, report);
    std::string base;
    if (const std::string &path = options.metrics.generate.config.file; !path.empty()) {
        const ConfigFile saved = readConfigFile(path);
        base = saved.original;
        for (const LayerInfo &layer : info(*request.sweep.generator).layers)
            if (file.marks.isLocked(layer.name))
                file.origins.set(layer.name, saved.origins.of(layer.name));
    }
    file.provenance = presentProvenance(context.command, base);
    file.provenance.created = presentTime();
    return toJson(file);
}

/// Before anything is measured.
void requireOut(const std::string &out)
{
    if (out.empty())
        return;
    if (!out.ends_with(".json"))
        throw Error(ErrorKind::BadInput,
                    "--out of a search is a configuration file; let its name end in .json, not '" +
                        out + "'.");
    requireWritableFile(out);
}

ConfigSearchHooks hooksFor(const CommandContext &context, const KeptCells &kept,
                           const ConfigSearchRequest &request, bool isResumed)
{
    const GeneratorInfo &facts = info(*request.sweep.generator);
    ConfigSearchHooks hooks;
    if (!context.global.noCache)
        hooks.keeping = keptSearches(isResumed);
    hooks.sweep.known = [&kept](const CellKey &key) { return kept.find(key); };
    hooks.sweep.cell = [&kept](const SensitivityCell &cell, bool isKnown) {
        kept.keep(cell, isKnown);
    };
    if (context.recording)
        hooks.trial = [&context, &request](const SearchTrial &trial) {
            context.recording->appendTrial(storedTrial(request, trial));
        };
    if (!context.global.quiet && !context.global.json)
        hooks.better = [&facts](const SearchTrial &trial) {
            std::cerr << "better: " << byteText(trial.size.bytes) << ", predicted SQNR "
                      << numberText(trial.predictedSqnr, 2)
                      << " dB: " << bitsText(facts, trial.config) << '\n';
        };
    return hooks;
}

} // namespace

void runSearch(CommandContext &context, const SearchOptions &options)
{
    requireOut(options.out);
    const ConfigSearchRequest request = searchRequestFor(context, options);
    const KeptCells kept(context, info(*request.sweep.generator), options.metrics.resume);
    const ConfigSearchReport report =
        searchConfig(context.session, request, context.run,
                     hooksFor(context, kept, request, options.metrics.resume));
    if (context.recording)
        context.recording->keepPicture([&] {
            return runPicture(context.session, pictureRequest(request, report), Lane::Compute,
                              context.run);
        });
    for (const std::string &sentence : report.notes)
        note(context, sentence);
    const std::string best = bestText(context, options, request, report);
    if (!options.out.empty() && report.isReachable)
        writeFileAtomically(options.out, best);
    auto answer = answerFor(request, report, context.notes);
    answer["best"]["config"] = nlohmann::ordered_json::parse(best);
    const bool goesOn = isCutShort(report) && !context.global.noCache;
    give(context, answer,
         textFor(request, report) +
             (goesOn ? "The time was up; --resume goes on from here.\n" : ""));
    if (!report.isReachable)
        throw BoundUnreachable();
}

} // namespace quantloupe::cli
