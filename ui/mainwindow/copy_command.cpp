// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/copy_command.h"

#include "jobs/preview_run.h"
#include "models/metrics_history.h"
#include "models/quant_document.h"

namespace quantloupe {

namespace {

ComparisonCommand::Inputs inputsOf(const SampleSource &source, quint64 seed)
{
    using Inputs = ComparisonCommand::Inputs;
    if (source.latents)
        return Inputs::GivenLatents;
    if (source.images)
        return Inputs::GivenPictures;
    const bool isOneStream = source.samples == firstSamples(seed, source.samples.size());
    return isOneStream ? Inputs::Drawn : Inputs::SeveralStreams;
}

ComparisonCommand ofGenerator(const QuantDocument &document)
{
    const OpenRequest &open = document.openRequest();
    ComparisonCommand command;
    command.generator = open.path;
    command.architectureFile = open.architectureFile;
    command.assumptions = open.assumptions;
    command.network = open.network;
    command.keepTrainingMode = open.keepTrainingMode;
    command.layers = document.info().layers;
    command.usualPlan = samplingPlan(*document.generator());
    return command;
}

std::string commaList(const std::array<double, 3> &values)
{
    const auto text = [](double value) { return QString::number(value, 'g', 17).toStdString(); };
    return text(values[0]) + "," + text(values[1]) + "," + text(values[2]);
}

/// What the command line takes where it is not told.
void addInput(const NetworkInput &input, std::vector<std::string> &words)
{
    const NetworkInput usual;
    if (input == usual)
        return;
    words.insert(words.end(),
                 {"--extractor-input-side", std::to_string(input.side), "--extractor-input-range",
                  toText(ValueRange{input.low, input.high}), "--extractor-mean",
                  commaList(input.mean), "--extractor-deviation", commaList(input.deviation)});
}

void addFit(const ImagePreparation &fit, std::vector<std::string> &words)
{
    const MetricsReference usual;
    if (fit.crop != usual.crop)
        words.insert(words.end(), {"--crop", std::string(name(fit.crop))});
    if (fit.filter != usual.filter)
        words.insert(words.end(),
                     {"--resize", std::to_string(fit.side) + ":" + std::string(name(fit.filter))});
}

} // namespace

ComparisonCommand shownComparison(const QuantDocument &document, const PreviewRequest &request,
                                  const QString &configurationFile)
{
    const CompareRequest &compare = request.compare;
    ComparisonCommand command = ofGenerator(document);
    command.plan = compare.plan;
    command.config = compare.config;
    command.calibration = compare.calibration;
    command.configurationFile = configurationFile.toStdString();
    command.inputs = inputsOf(compare.source, document.seed());
    command.seed = document.seed();
    command.count = request.stages.back();
    command.microBatch = compare.execution.microBatch;
    command.threads = compare.execution.threads;
    return command;
}

MetricsCommand measuredCommand(const QuantDocument &document, const Measurement &measurement)
{
    const MetricsReport &report = measurement.report;
    MetricsCommand command;
    command.measured = ofGenerator(document);
    command.measured.plan = report.plan;
    command.measured.config = measurement.config;
    command.measured.calibration = measurement.calibration;
    command.measured.seed = report.seed;
    command.measured.microBatch = report.microBatch;
    command.measured.threads = report.threads;
    command.metrics = kindsText(measurement.settings.metrics).toStdString();
    command.reference = measurement.settings.reference.source;
    const ChosenFeatures &features = measurement.settings.features;
    if (report.features.isKnown() && !isBuiltinExtractor(features)) {
        command.extractor = features.extractor;
        command.depth = std::to_string(features.depth);
        command.pipeline = features.pipeline;
        addInput(features.input, command.preparation);
    }
    if (report.reference.preparation)
        addFit(*report.reference.preparation, command.preparation);
    command.count = report.count;
    command.allowSmallFid = measurement.settings.allowSmallFid;
    if (document.inputPictures())
        command.measured.inputs = ComparisonCommand::Inputs::GivenPictures;
    return command;
}

} // namespace quantloupe
