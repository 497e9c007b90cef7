// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_repeat_settings.h"
#include "quant/layer_pattern.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace quantloupe::run_repeat {

namespace {

void takeGoal(RunQuestion &question, SearchSettings &settings)
{
    constexpr std::array kCosts = {SearchCost::Bits, SearchCost::Bytes, SearchCost::Bops};
    const std::string cost = question.take("--bound-cost", std::string(name(SearchCost::Bytes)));
    const std::string bound = question.take("--bound");
    const std::string budget = question.take("--budget");
    if (bound.empty()) {
        const SearchBudget limit = parseSearchBudget(budget);
        settings.goal = {limit.cost, {}};
        settings.amounts[limitOf(settings.goal)] = limit.amount;
        return;
    }
    const SearchBound limit = parseSearchBound(bound);
    if (std::ranges::count(sensitivityMetrics(), limit.metric) == 0)
        refuseOption("--bound");
    settings.goal = {named(std::span<const SearchCost>(kCosts), "--bound-cost", cost),
                     limit.metric};
    settings.amounts[limitOf(settings.goal)] = limit.value;
}

/// Those of the confirmation: the page adds the usual ones to the metric that it goes by, and the
/// one of features also where the question was asked before it was a usual one.
std::vector<MetricKind> takeConfirmation(RunQuestion &question, SearchSettings &settings)
{
    const std::string option = "--metric";
    std::vector<MetricKind> metrics =
        parseMetrics(question.take(option, std::string(kConfirmation)));
    const auto contains = [&metrics](MetricKind kind) {
        return std::ranges::count(metrics, kind) > 0;
    };
    if (!settings.goal.bound)
        settings.metric = metrics.front();
    else if (!contains(*settings.goal.bound))
        metrics.push_back(*settings.goal.bound);
    const MetricKind first = settings.goal.bound.value_or(settings.metric);
    const std::vector<MetricKind> usual = parseMetrics(kConfirmation);
    const auto isOfPage = [&usual, first](MetricKind kind) {
        return kind == first || std::ranges::count(usual, kind) > 0;
    };
    if (std::ranges::count(sensitivityMetrics(), first) == 0 ||
        !std::ranges::all_of(metrics, isOfPage) || !contains(MetricKind::OutputSqnr) ||
        !contains(MetricKind::SlicedWasserstein))
        refuseOption(option);
    return metrics;
}

void takeMethods(RunQuestion &question, SearchSettings &settings)
{
    std::vector<WeightMethod> asked;
    for (const std::string &text :
         question.takeAll("--method", {std::string(name(WeightMethod::Mse))}))
        asked.push_back(named(searchMethods(), "--method", text));
    settings.methods.clear();
    for (const WeightMethod each : searchMethods())
        if (std::ranges::count(asked, each) > 0)
            settings.methods.push_back(each);
}

std::vector<std::string> layersOf(const std::string &pattern, const GeneratorInfo &info)
{
    std::vector<std::string> names;
    for (const std::size_t i : LayerPattern(pattern).matches(info.layers))
        names.push_back(info.layers[i].name);
    return names;
}

LayerMarks takeMarks(RunQuestion &question, const GeneratorInfo &info)
{
    LayerMarks marks;
    for (const std::string &pattern : question.takeAll("--lock"))
        for (const std::string &layer : layersOf(pattern, info))
            marks.setLocked(layer, true);
    for (const std::string &text : question.takeAll("--tie")) {
        std::vector<std::string> members;
        for (const QString &pattern : QString::fromStdString(text).split(u','))
            for (std::string &layer : layersOf(pattern.toStdString(), info))
                members.push_back(std::move(layer));
        marks.setTie(members, marks.freeTieName());
    }
    return marks;
}

QString takeAllowed(RunQuestion &question)
{
    QStringList parts;
    for (const std::string &part : question.takeAll("--allow"))
        parts.append(QString::fromStdString(part));
    const QString allowed = parts.join(QStringLiteral("; "));
    if (allowedParts(allowed).size() != std::size_t(parts.size()))
        refuseOption("--allow");
    return allowed;
}

int takeSeconds(RunQuestion &question)
{
    const double seconds = QString::fromStdString(question.take("--time", "0")).toDouble();
    if (seconds < 0 || seconds > SearchSettings::kMostSeconds || seconds != int(seconds))
        refuseOption("--time");
    return int(seconds);
}

} // namespace

void takeSearch(RunQuestion &question, const GeneratorInfo &info, RunRepeat &repeat)
{
    SearchSettings &settings = repeat.search;
    takeGoal(question, settings);
    settings.algorithm = parseSearchAlgorithm(
        question.take("--algorithm", std::string(name(SearchAlgorithm::Knapsack))));
    settings.bits = takeBits(question, SearchRules().bits, SearchSettings::kMostBits, true);
    takeMethods(question, settings);
    settings.granularity =
        named(granularities(), "--granularity",
              question.take("--granularity", std::string(name(Granularity::PerChannel))));
    settings.allowed = takeAllowed(question);
    settings.target = QString::fromStdString(question.takeFile("--target"));
    settings.sweepCount =
        question.takeNumber("--sweep-count", kSweepSamples, SearchSettings::kMostSamples);
    settings.count = question.takeNumber("--count", kMetricSamples, SearchSettings::kMostSamples);
    settings.seed = question.takeNumber("--seed", 0, SearchSettings::kMostSeed);
    settings.seconds = takeSeconds(question);
    settings.measuresFront = question.takeFlag("--measure-front");
    const std::vector<MetricKind> metrics = takeConfirmation(question, settings);
    takeMeasuring(question, metrics, kFloatReference, info, repeat.measuring);
    repeat.state.marks = takeMarks(question, info);
}

} // namespace quantloupe::run_repeat
