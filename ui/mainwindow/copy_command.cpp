// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/copy_command.h"

#include "jobs/preview_run.h"
#include "models/quant_document.h"

namespace quantloupe {

namespace {

ComparisonCommand::Inputs inputsOf(const SampleSource &source)
{
    if (source.latents)
        return ComparisonCommand::Inputs::GivenLatents;
    return source.images ? ComparisonCommand::Inputs::GivenPictures
                         : ComparisonCommand::Inputs::Drawn;
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
    command.inputs = inputsOf(compare.source);
    command.seed = compare.source.seed;
    command.count = request.stages.back();
    command.microBatch = compare.execution.microBatch;
    command.threads = compare.execution.threads;
    return command;
}

} // namespace quantloupe
