// SPDX-License-Identifier: GPL-3.0-or-later
#include "durations.h"
#include "metrics_options.h"
#include "picture_fit.h"
#include "recording.h"
#include "session/run_answers.h"
#include "session/run_picture.h"
#include "skipped_pictures.h"
#include "tables.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

/// "1 sample", "20 samples".
std::string counted(std::size_t count, const std::string &what)
{
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// Before the start, so that a long measurement is no surprise.
void sayEstimate(const CommandContext &context, const MetricsRequest &request,
                 const MetricsEstimate &estimate)
{
    if (context.global.quiet)
        return;
    std::cerr << "About " << durationText(estimate.seconds) << " for "
              << counted(request.count, "sample") << " ("
              << counted(estimate.samples, "generated picture") << ").\n";
    if (estimate.resumable > 0 && !request.resume)
        std::cerr << "An interrupted measurement left " << counted(estimate.resumable, "sample")
                  << ", which --resume would use.\n";
}

/// Of a SHA-256.
constexpr std::size_t kShownDigits = 12;

/// Enough digits for what the metric can tell.
int digitsOf(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Kernel:
        return 6;
    case MetricKind::Frechet:
    case MetricKind::FeatureSlicedWasserstein:
    case MetricKind::Ssim:
    case MetricKind::Lpips:
    case MetricKind::Precision:
    case MetricKind::Recall:
    case MetricKind::Density:
    case MetricKind::Coverage:
        return 4;
    case MetricKind::SlicedWasserstein:
        return 3;
    default:
        return 2;
    }
}

std::string intervalText(const Measured<MetricInterval> &interval, int digits)
{
    if (!interval)
        return "-";
    return numberText((*interval).low, digits) + " .. " + numberText((*interval).high, digits);
}

std::string nameOf(const MetricRow &row)
{
    std::string text = row.layer.empty() ? row.name : row.name + " of " + row.layer;
    if (const std::string_view unit = unitOf(row.kind); !unit.empty())
        text += " [" + std::string(unit) + "]";
    return text;
}

void addRow(Table &table, const MetricRow &row)
{
    const int digits = digitsOf(row.kind);
    table.add({nameOf(row), numberText(row.floatValue.value, digits),
               numberText(row.quantized.value, digits), numberText(row.floor.value, digits),
               numberText(row.delta.value, digits),
               intervalText(isPaired(row.kind) ? row.pairedInterval : row.deltaInterval, digits)});
}

/// What the table cannot hold: standard errors, marks and reasons.
std::string remarksOn(const MetricRow &row)
{
    std::string text;
    const std::string label = nameOf(row);
    if (row.quantizedStandardError)
        text += label + ": standard error " + numberText(row.floatStandardError, 6) +
                " (float) and " + numberText(row.quantizedStandardError, 6) + " (quantized).\n";
    if (!row.mark.empty())
        text += label + ": " + row.mark + ".\n";
    if (!row.quantized)
        text += "No " + label + ": " + row.quantized.reason + ".\n";
    else if (!isPaired(row.kind) && !row.floor)
        text += "No floor of " + label + ": " + row.floor.reason + ".\n";
    return text;
}

std::string sourcesText(const MetricsReport &report)
{
    std::string text = counted(report.count, "sample") + " of seed " + std::to_string(report.seed);
    if (report.reference.n > 0)
        text += " against " + std::to_string(report.reference.n) + " of " + report.reference.name;
    if (report.reference.isDrawn)
        text += " (drawn by the seed from " + std::to_string(report.reference.available) + ")";
    if (report.reference.preparation)
        text += ", prepared with " + preparationText(*report.reference.preparation);
    if (report.features.isKnown())
        text += "; features of " + report.features.extractor + " (" +
                report.features.sha256.substr(0, kShownDigits) + "), " +
                std::to_string(report.features.dimension) + ", pipeline " +
                report.features.pipeline;
    if (!report.perceptual.name.empty())
        text += "; " + report.perceptual.name + " of " +
                report.perceptual.trunkSha256.substr(0, kShownDigits);
    text += "; " + inputsText(report);
    if (report.resumed > 0)
        text += "; " + std::to_string(report.resumed) + " from an interrupted measurement";
    return text + "\n";
}

std::string textFor(const MetricsReport &report)
{
    Table table({"metric", "float", "quantized", "floor", "delta", "95 % interval"});
    std::string remarks;
    for (const MetricRow &row : report.rows) {
        addRow(table, row);
        remarks += remarksOn(row);
    }
    return table.text() + sourcesText(report) + remarks +
           "The interval is of the delta; of PSNR, SSIM and SQNR, which are differences to float "
           "already, it is of the value.\n" +
           skippedText(report.skipped);
}

} // namespace

void runMetrics(CommandContext &context, const MetricsOptions &options)
{
    const MetricsRequest request = metricsRequestFor(context, options);
    sayEstimate(context, request,
                context.session.estimate(request, Lane::Compute, context.run.sub(0, 0.01)));
    const MetricsReport report =
        context.session.measure(request, Lane::Compute, context.run.sub(0.01, 1));
    if (context.recording)
        context.recording->keepPicture([&] {
            return runPicture(context.session, pictureRequest(request), Lane::Compute, context.run);
        });
    for (const std::string &skipped : report.skipped)
        note(context, skipped);
    give(context, answerFor(request, report, context.notes), textFor(report));
}

} // namespace quantloupe::cli
