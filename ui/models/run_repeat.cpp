// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_repeat.h"

#include "base/embedded_files.h"
#include "exchange/command_parts.h"
#include "exchange/run_configuration.h"
#include "models/quant_document.h"
#include "models/run_repeat_settings.h"
#include "models/translate.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace quantloupe {

namespace {

using Assumptions = std::map<std::string, std::string>;
using Page = RunRepeat::Page;

const std::string kPlanDistribution = "latent.distribution";
const std::string kPlanInputRange = "input.range";

/// A run, what it asks, and what its answer says of the generator as it was read.
struct Asked
{
    const StoredRun &run;
    RunQuestion question;
    std::string generator;
    QJsonObject facts;
    /// Of the options, in their order.
    Assumptions assumptions;
};

bool isSamePlace(const std::string &a, const std::string &b)
{
    if (a == b)
        return true;
    const QString first = QFileInfo(QString::fromStdString(a)).canonicalFilePath();
    return !first.isEmpty() && first == QFileInfo(QString::fromStdString(b)).canonicalFilePath();
}

Page pageOf(const std::string &command)
{
    static const std::map<std::string, Page> kPages = {{"metrics", Page::Metrics},
                                                       {"sensitivity", Page::Sensitivity},
                                                       {"search", Page::Search},
                                                       {"reproduce", Page::Papers}};
    const auto page = kPages.find(command);
    if (page == kPages.end())
        throw CannotRepeat{tr("The window has no page for %1; copy the command instead")
                               .arg(QString::fromStdString(command))};
    return page->second;
}

Assumptions takeAssumptions(RunQuestion &question)
{
    Assumptions given;
    for (const std::string &text : question.takeAll("--assume")) {
        const std::size_t equals = std::min(text.find('='), text.size() - 1);
        given.insert_or_assign(text.substr(0, equals), text.substr(equals + 1));
    }
    if (const std::string distribution = question.take("--distribution"); !distribution.empty())
        given[kPlanDistribution] = distribution;
    if (const std::string range = question.take("--input-range"); !range.empty())
        given[kPlanInputRange] = range;
    return given;
}

Asked askedBy(const StoredRun &run)
{
    Asked asked{run, RunQuestion(run), {}, {}, {}};
    if (asked.question.command().empty() || run.summary.words.empty())
        throw CannotRepeat{tr("Nothing says all that this run was asked, such as pictures of "
                              "your own")};
    if (run.report)
        asked.facts = QJsonDocument::fromJson(QByteArray::fromStdString(*run.report))
                          .object()[u"generator"]
                          .toObject();
    asked.generator =
        asked.question.takeFile("GENERATOR", std::string(embeddedGenerators().front()));
    asked.assumptions = takeAssumptions(asked.question);
    return asked;
}

void requireGenerator(const Asked &asked, const QuantDocument &document)
{
    if (!document.generator())
        throw CannotRepeat{tr("No generator is open; open that of the run, or copy the command")};
    const auto &stored = asked.run.generator;
    const bool isSame = stored ? stored->sha256 == document.info().sha256
                               : isSamePlace(asked.generator, document.openRequest().path);
    if (!isSame)
        throw CannotRepeat{tr("The run is of %1; open that generator, or copy the command")
                               .arg(QFileInfo(QString::fromStdString(asked.generator)).fileName())};
    if (document.inputPictures())
        throw CannotRepeat{tr("The window feeds pictures of your own, which the run did not; copy "
                              "the command instead")};
}

/// By key; of the answer where there is one, since a file says some of them itself.
Assumptions assumptionsOf(const QJsonObject &facts)
{
    Assumptions read;
    for (const QJsonValue &each : facts[u"assumptions"].toArray())
        read[each[u"key"].toString().toStdString()] = each[u"value"].toString().toStdString();
    return read;
}

Assumptions withoutSampling(Assumptions all)
{
    std::erase_if(all, [](const auto &each) { return isSamplingAssumption(each.first); });
    return all;
}

bool isReadAlike(const Asked &asked, const QuantDocument &document)
{
    const OpenRequest &open = document.openRequest();
    if (asked.facts.isEmpty())
        return asked.assumptions.size() >= open.assumptions.size() &&
               withoutSampling(asked.assumptions) == withoutSampling(open.assumptions) &&
               std::ranges::all_of(open.assumptions, [&asked](const auto &each) {
                   return asked.assumptions.contains(each.first);
               });
    Assumptions present;
    for (const Assumption &each : document.info().assumptions)
        present[each.key] = each.value;
    return withoutSampling(assumptionsOf(asked.facts)) == withoutSampling(present);
}

void requireReading(Asked &asked, const QuantDocument &document)
{
    RunQuestion &question = asked.question;
    const OpenRequest &open = document.openRequest();
    const std::string architecture = question.takeFile("--architecture");
    const std::string network = question.take("--network");
    const bool isTraining = question.takeFlag("--train-norm");
    const bool hasSameNetwork =
        asked.facts.isEmpty()
            ? network == open.network
            : asked.facts[u"network"].toString().toStdString() == document.info().network;
    if (!hasSameNetwork || !isSamePlace(architecture, open.architectureFile) ||
        isTraining != open.keepTrainingMode || !isReadAlike(asked, document))
        throw CannotRepeat{tr("The run read the generator with other choices than this window; "
                              "copy the command instead")};
}

SamplingPlan takePlan(Asked &asked, const QuantDocument &document)
{
    SamplingPlan plan = samplingPlan(*document.generator());
    for (const Assumptions &said : {assumptionsOf(asked.facts), asked.assumptions})
        for (const auto &[key, value] : said)
            if (isSamplingAssumption(key))
                setSamplingValue(plan, key, value);
    if (const std::string label = asked.question.take("--label"); label == "uniform")
        plan.label.reset();
    else if (!label.empty())
        plan.label = QString::fromStdString(label).toLongLong();
    if (const std::string truncation = asked.question.take("--truncation"); !truncation.empty())
        plan.truncation = QString::fromStdString(truncation).toDouble();
    return plan;
}

QuantConfig takeConfiguration(RunQuestion &question, const GeneratorInfo &info)
{
    if (!question.take("--config").empty())
        throw CannotRepeat{tr("The run reads a configuration file, which may have changed; copy "
                              "the command instead")};
    RunConfiguration asked;
    asked.rules = question.takeAll("--set");
    for (const Correction each : corrections())
        for (const std::string &value : question.takeAll("--" + std::string(name(each))))
            asked.corrections.push_back({each, value == "true" ? std::string() : value});
    return configurationOf(asked, {}, info.layers);
}

CalibrationPlan takeCalibration(RunQuestion &question, std::uint64_t seed)
{
    CalibrationPlan plan;
    plan.count = int(question.takeNumber("--calibrate-count", std::uint64_t(plan.count), 1000000));
    plan.seed =
        question.takeNumber("--calibrate-seed", seed, std::numeric_limits<std::uint64_t>::max());
    return plan;
}

/// Those ties whose members have one setting.
LayerMarks fittingMarks(LayerMarks marks, const QuantConfig &config)
{
    std::map<std::string, std::vector<std::string>> ties;
    for (const auto &[layer, tie] : marks.ties())
        ties[tie].push_back(layer);
    for (const auto &[tie, layers] : ties)
        if (!std::ranges::all_of(layers, [&](const std::string &layer) {
                return config.spec(layer) == config.spec(layers.front());
            }))
            marks.setTie(layers, {});
    return marks;
}

/// The layers and what their activations are calibrated on, as far as the answer depends on them.
void takeLayers(Asked &asked, const GeneratorInfo &info, RunRepeat &repeat)
{
    const bool isAlone =
        repeat.page == Page::Sensitivity && repeat.sensitivity.mode == SensitivityMode::Alone;
    const QuantConfig config = takeConfiguration(asked.question, info);
    const CalibrationPlan calibration = takeCalibration(asked.question, asked.run.summary.seed);
    const bool sweepsActivations =
        repeat.page == Page::Sensitivity && repeat.sensitivity.site != SensitivitySite::Weights;
    if (command_parts::isCalibrated(config) || sweepsActivations)
        repeat.state.calibration = calibration;
    if (isAlone) {
        // The page changes one layer of the float network.
        if (!(config == QuantConfig()))
            refuseOption("--set");
        return;
    }
    LayerOrigins &origins = repeat.state.origins;
    origins.note(repeat.state.config, config, SettingOrigin::Manual);
    repeat.state.config = config;
    repeat.state.loaded = {};
    repeat.state.found = {};
    if (repeat.page != Page::Search)
        repeat.state.marks = fittingMarks(repeat.state.marks, config);
}

void takePage(Asked &asked, const QuantDocument &document, RunRepeat &repeat)
{
    const GeneratorInfo &info = document.info();
    switch (repeat.page) {
    case Page::Metrics:
        run_repeat::takeMetrics(asked.question, info, repeat.measuring);
        break;
    case Page::Sensitivity:
        run_repeat::takeSensitivity(asked.question, info, repeat);
        break;
    case Page::Search:
        run_repeat::takeSearch(asked.question, info, repeat);
        break;
    case Page::Papers:
        run_repeat::takeRecipe(asked.question, info, asked.generator, document.openRequest().path,
                               repeat);
        break;
    }
}

} // namespace

RunRepeat repeatOf(const StoredRun &run, const QuantDocument &document, RunRepeat present)
{
    Asked asked = askedBy(run);
    RunRepeat repeat = std::move(present);
    repeat.page = pageOf(asked.question.command());
    requireGenerator(asked, document);
    requireReading(asked, document);
    repeat.state.plan = takePlan(asked, document);
    takePage(asked, document, repeat);
    if (repeat.page != Page::Papers)
        takeLayers(asked, document.info(), repeat);
    // How the window computes; a search has taken its seed.
    const ExecutionPlan execution;
    asked.question.expect("--seed", "0");
    asked.question.expect("--batch", std::to_string(execution.microBatch));
    asked.question.expect("--threads", std::to_string(execution.threads));
    asked.question.expect("--engine", "auto");
    if (const std::string left = asked.question.left(); !left.empty())
        refuseOption(left);
    return repeat;
}

} // namespace quantloupe
