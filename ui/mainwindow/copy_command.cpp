// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/copy_command.h"

#include "jobs/preview_run.h"
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

} // namespace

ComparisonCommand shownComparison(const QuantDocument &document, const PreviewRequest &request,
                                  const QString &configurationFile)
{
    const OpenRequest &open = document.openRequest();
    const CompareRequest &compare = request.compare;
    ComparisonCommand command;
    command.generator = open.path;
    command.architectureFile = open.architectureFile;
    command.assumptions = open.assumptions;
    command.network = open.network;
    command.keepTrainingMode = open.keepTrainingMode;
    command.layers = document.info().layers;
    command.plan = compare.plan;
    command.usualPlan = samplingPlan(*document.generator());
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

} // namespace quantloupe
