// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "base/version.h"
#include "exchange/command_line.h"
#include "exchange/report_document.h"
#include "exchange/report_json.h"
#include "metrics_options.h"
#include "report_options.h"
#include "saved_configuration.h"

#include <filesystem>
#include <iostream>
#include <optional>

namespace quantloupe::cli {

namespace {

/// Of the whole; the rest are metrics, where there are any.
constexpr double kComparisonShare = 0.3;

using Writer = std::string (*)(const ReportDocument &);

Writer writerFor(const std::string &out)
{
    const std::string ending = std::filesystem::path(out).extension().string();
    if (ending == ".html")
        return htmlReport;
    if (ending == ".md")
        return markdownReport;
    if (ending == ".tex")
        return latexReport;
    throw Error(ErrorKind::BadInput, "A report is a page or tables; give --out a name that ends in "
                                     ".html, .md or .tex, not '" +
                                         out + "'.");
}

MetricsRequest measurementFor(const CommandContext &context, const ReportOptions &options,
                              const CompareRequest &opened)
{
    MetricsOptions metrics;
    metrics.generate = options.request;
    metrics.metrics = options.metrics;
    metrics.reference = options.reference;
    metrics.preparation = options.request.inputs.preparation;
    metrics.count = options.metricCount;
    metrics.extractor.file = std::string(kBuiltinExtractor);
    return metricsRequestFor(context, metrics, opened);
}

ReportDocument documentFor(CommandContext &context, const ReportOptions &options)
{
    const CompareRequest request = requestFor(context, options.request);
    std::optional<MetricsRequest> measurement;
    if (!options.metrics.empty())
        measurement = measurementFor(context, options, request);
    const double share = measurement ? kComparisonShare : 1;
    ReportDocument document;
    document.generator = info(*request.generator);
    document.plan = request.plan;
    document.calibration = request.calibration;
    document.compare = context.session.compare(request, Lane::Compute, context.run.sub(0, share));
    if (measurement)
        document.metrics = context.session.measure(*measurement, Lane::Compute,
                                                   context.run.sub(kComparisonShare, 1));
    document.seed = context.global.seed;
    ConfigFile file = configurationFile(context, request, options.request, document.compare.ranges);
    addResults(context, options.request, document.compare, file);
    if (document.metrics)
        file.results = resultsOf(*document.metrics);
    document.configuration = toJson(file);
    document.command = shellLine(options.words);
    return document;
}

} // namespace

void addTo(CLI::App &command, ReportOptions &options)
{
    options.reference = kFloatReference;
    options.metricCount = kMetricSamples;
    addTo(command, options.request.generator);
    addTo(command, options.request.config);
    addTo(command, options.request.inputs);
    command.add_option("--metric", options.metrics,
                       "Also measure, between commas, as `metrics` does (none)");
    command
        .add_option("--reference", options.reference,
                    "What metrics compare with: float, or pictures")
        ->capture_default_str();
    command.add_option("--metric-count", options.metricCount, "Samples to measure")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    command
        .add_option("--out", options.request.out,
                    "FILE.html (one page with pictures), .md or .tex (tables)")
        ->required();
}

void runReport(CommandContext &context, const ReportOptions &options)
{
    const Writer write = writerFor(options.request.out);
    requireWritableFile(options.request.out);
    if (!options.metrics.empty())
        parseMetrics(options.metrics);
    const ReportDocument document = documentFor(context, options);
    writeFileAtomically(options.request.out, std::string_view(write(document)));
    if (!context.global.json) {
        std::cout << options.request.out << '\n';
        return;
    }
    nlohmann::ordered_json answer = {{"tool", "quantloupe"},
                                     {"version", kVersion},
                                     {"command", "report"},
                                     {"seed", context.global.seed},
                                     {"generator", identityJson(document.generator)},
                                     {"files", {options.request.out}},
                                     {"warnings", context.notes}};
    std::cout << answer.dump(2) << '\n';
}

} // namespace quantloupe::cli
