// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/copy_command.h"

#include "jobs/quantizer_controller.h"
#include "jobs/recipe_controller.h"
#include "jobs/search_controller.h"
#include "jobs/sensitivity_controller.h"
#include "models/metrics_history.h"
#include "models/quant_document.h"
#include "session/requests.h"

#include <QLocale>

#include <algorithm>

namespace quantloupe {

namespace {

ComparisonCommand::Inputs inputsOf(const SampleSource &source)
{
    using Inputs = ComparisonCommand::Inputs;
    if (source.latents)
        return Inputs::GivenLatents;
    if (source.images)
        return Inputs::GivenPictures;
    return Inputs::Drawn;
}

/// By name, unless they are the first of the seed.
SampleList namedSamples(const SampleSource &source, quint64 seed)
{
    if (source.blends.empty() && source.samples == firstSamples(seed, source.samples.size()))
        return {};
    return {source.samples, source.blends};
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

/// `depth` is empty for networks that have one.
void addExtractor(const ChosenFeatures &features, const std::string &depth, MetricsCommand &command)
{
    command.extractor = features.extractor;
    command.depth = depth;
    command.pipeline = features.pipeline;
    if (takesNetworkInput(features.extractor))
        addInput(features.input, command.preparation);
}

/// The networks that compute features.
void addFeatures(const MetricsReport &report, const MetricsSettings &settings,
                 MetricsCommand &command)
{
    const ChosenFeatures &features = settings.features;
    if (report.features.isKnown() && !isBuiltinExtractor(features))
        addExtractor(features,
                     isOfInception(report.features) ? std::to_string(report.features.dimension)
                                                    : std::string(),
                     command);
    if (!report.perceptual.name.empty()) {
        command.lpipsTrunk = settings.perceptual.trunk;
        command.lpipsHeads = settings.perceptual.heads;
    }
}

/// Without a configuration.
MetricsCommand commandOf(const QuantDocument &document, const MetricsReport &report,
                         const MetricsSettings &settings)
{
    MetricsCommand command;
    command.measured = ofGenerator(document);
    command.measured.plan = report.plan;
    command.measured.seed = report.seed;
    command.measured.microBatch = report.microBatch;
    command.measured.threads = report.threads;
    command.metrics = kindsText(settings.metrics).toStdString();
    command.reference = settings.reference.source;
    addFeatures(report, settings, command);
    if (report.reference.preparation)
        addFit(*report.reference.preparation, command.preparation);
    command.count = report.count;
    command.allowSmallFid = settings.allowSmallFid;
    if (document.inputPictures())
        command.measured.inputs = ComparisonCommand::Inputs::GivenPictures;
    return command;
}

/// What computes the features that metrics ask for.
void addAskedFeatures(const std::vector<MetricKind> &metrics, const ChosenFeatures &features,
                      MetricsCommand &command)
{
    if (std::ranges::any_of(metrics, usesFeatures) && !isBuiltinExtractor(features))
        addExtractor(features,
                     takesNetworkInput(features.extractor) ? std::string()
                                                           : std::to_string(features.depth),
                     command);
}

/// How the pictures of a reference of files get the generator's size.
void addAskedFit(const QuantDocument &document, const std::vector<MetricKind> &metrics,
                 const MetricsReference &reference, MetricsCommand &command)
{
    if (!std::ranges::all_of(metrics, isPaired) && reference.source != kFloatReference)
        addFit({int(document.info().output.back()), reference.crop, reference.filter},
               command.preparation);
}

/// What a request for a measurement or a sweep says of the generator and its samples.
template <typename Request>
ComparisonCommand measuredBy(const QuantDocument &document, const Request &asked,
                             const QuantConfig &config)
{
    ComparisonCommand command = ofGenerator(document);
    command.plan = asked.plan;
    command.config = config;
    command.calibration = asked.calibration;
    command.hasRangesOfPictures = asked.ranges && !asked.ranges->pictures.isEmpty();
    command.seed = asked.seed;
    command.microBatch = asked.execution.microBatch;
    command.threads = asked.execution.threads;
    if (document.inputPictures())
        command.inputs = ComparisonCommand::Inputs::GivenPictures;
    return command;
}

/// A measurement of a sweep's base configuration; of how many samples is left open.
MetricsCommand commandOf(const QuantDocument &document, const SensitivityRequest &asked,
                         const std::vector<MetricKind> &metrics, const ChosenFeatures &features)
{
    MetricsCommand command;
    command.measured = measuredBy(document, asked, asked.base);
    command.metrics = kindsText(metrics).toStdString();
    command.reference = asked.reference.source;
    addAskedFeatures(metrics, features, command);
    addAskedFit(document, metrics, asked.reference, command);
    command.allowSmallFid = asked.allowSmallFid;
    return command;
}

/// "bits=4".
std::string limitText(std::string_view what, double amount)
{
    return std::string(what) + "=" +
           QString::number(amount, 'g', QLocale::FloatingPointShortest).toStdString();
}

} // namespace

ComparisonCommand shownComparison(const QuantDocument &document, const CompareRequest &request,
                                  const std::vector<QuantConfig> &beside,
                                  const QString &configurationFile)
{
    ComparisonCommand command = ofGenerator(document);
    command.plan = request.plan;
    command.config = request.config;
    command.calibration = request.calibration;
    command.hasRangesOfPictures = request.ranges && !request.ranges->pictures.isEmpty();
    command.configurationFile = configurationFile.toStdString();
    command.beside = beside;
    command.inputs = inputsOf(request.source);
    command.seed = document.seed();
    command.count = static_cast<int>(request.source.samples.size());
    command.samples = namedSamples(request.source, document.seed());
    command.microBatch = request.execution.microBatch;
    command.threads = request.execution.threads;
    return command;
}

MetricsCommand measuredCommand(const QuantDocument &document, const Measurement &measurement)
{
    MetricsCommand command = commandOf(document, measurement.report, measurement.settings);
    command.measured.config = measurement.config;
    command.measured.calibration = measurement.calibration;
    return command;
}

MetricsCommand askedCommand(const QuantDocument &document, const MetricsRequest &asked,
                            const MetricsSettings &settings)
{
    MetricsCommand command;
    command.measured = measuredBy(document, asked, asked.config);
    command.metrics = kindsText(asked.metrics).toStdString();
    command.reference = asked.reference.source;
    command.count = asked.count;
    command.allowSmallFid = asked.allowSmallFid;
    addAskedFeatures(asked.metrics, settings.features, command);
    addAskedFit(document, asked.metrics, asked.reference, command);
    if (std::ranges::count(asked.metrics, MetricKind::Lpips) > 0) {
        command.lpipsTrunk = settings.perceptual.trunk;
        command.lpipsHeads = settings.perceptual.heads;
    }
    return command;
}

RecipeCommand askedRecipe(const QuantDocument &document, const RecipeController &recipes)
{
    return {std::string(name(recipes.kind())),
            askedCommand(document, recipes.asked(), recipes.askedSettings())};
}

RecipeCommand reproducedRecipe(const QuantDocument &document, const RecipeController &recipes)
{
    MetricsSettings settings = recipes.askedSettings();
    settings.reference = recipes.asked().reference;
    return {std::string(name(recipes.kind())),
            commandOf(document, recipes.rows().front().report, settings)};
}

SensitivityCommand sweptSensitivity(const QuantDocument &document,
                                    const SensitivityController &sensitivity)
{
    const SensitivityRequest &asked = sensitivity.asked();
    MetricsCommand measurement =
        commandOf(document, asked, {asked.metric}, sensitivity.askedMeasuring().features);
    measurement.count = asked.count;
    const SensitivitySite site = asked.cells.sites.front();
    if (asked.samples)
        measurement.measured.inputs = inputsOf(*asked.samples);
    return {measurement,
            asked.cells.bits,
            std::string(name(site)),
            std::string(name(asked.cells.modes.front())),
            site != SensitivitySite::Weights,
            asked.repeats,
            asked.sketchProbes > 0,
            asked.samples ? toText(SampleList{asked.samples->samples, {}}) : std::string(),
            asked.region ? toText(*asked.region) : std::string()};
}

SearchCommand searchedBits(const QuantDocument &document, const SearchController &search)
{
    const ConfigSearchRequest &asked = search.asked();
    SearchCommand command;
    command.measurement =
        commandOf(document, asked.sweep, asked.metrics, search.askedMeasuring().features);
    command.measurement.count = asked.count;
    if (asked.budget)
        command.budget = limitText(name(asked.budget->cost), asked.budget->amount);
    if (asked.bound)
        command.bound = limitText(name(asked.bound->metric), asked.bound->value);
    command.boundCost = name(asked.boundCost);
    command.algorithm = name(asked.algorithm);
    command.bits = asked.rules.bits;
    for (const WeightMethod method : asked.rules.methods)
        command.methods.emplace_back(name(method));
    command.granularity = asked.rules.granularity;
    command.allowed = allowedParts(search.askedSettings().allowed);
    command.marks = asked.rules.marks;
    command.target = search.askedSettings().target.toStdString();
    command.seconds = asked.seconds;
    command.sweepCount = asked.sweep.count;
    command.measuresFront = asked.measuresFront;
    return command;
}

QuantizersCommand comparedQuantizers(const QuantDocument &document,
                                     const QuantizerController &quantizers)
{
    QuantizersCommand command;
    command.opened = ofGenerator(document);
    command.layer = quantizers.layer()->name;
    for (const WeightSpec &spec : quantizers.wanted())
        if (command.bits.empty() || command.bits.back() != spec.bits)
            command.bits.push_back(spec.bits);
    command.granularity = quantizers.granularity();
    return command;
}

ExportCommand exportedConfiguration(const QuantDocument &document, const CompareRequest &request,
                                    const QString &configurationFile, std::string_view format,
                                    const QString &out)
{
    return {shownComparison(document, request, {}, configurationFile), std::string(format),
            out.toStdString()};
}

namespace {

/// `report` takes metrics, their reference and a number of samples; all else must be as usual.
bool isSayableInReport(const MetricsCommand &command, const ComparisonCommand &shown)
{
    return command.measured.seed == shown.seed && command.extractor.empty() &&
           command.depth.empty() && command.pipeline.empty() && command.lpipsTrunk.empty() &&
           command.preparation.empty() && !command.allowSmallFid &&
           command.measured.microBatch == shown.microBatch;
}

} // namespace

QString reportLines(const QuantDocument &document, const CompareRequest &request,
                    const QString &configurationFile, const Measurement *measurement,
                    const QString &out)
{
    ReportCommand command;
    command.shown = shownComparison(document, request, {}, configurationFile);
    command.out = out.toStdString();
    std::string metrics;
    if (measurement) {
        MetricsCommand measured = measuredCommand(document, *measurement);
        measured.measured.configurationFile = configurationFile.toStdString();
        if (isSayableInReport(measured, command.shown)) {
            command.metrics = measured.metrics;
            command.reference = measured.reference;
            command.metricCount = measured.count;
        } else {
            metrics = "\n" + shellLine(commandWords(measured));
        }
    }
    return QString::fromStdString(shellLine(commandWords(command)) + metrics);
}

} // namespace quantloupe
