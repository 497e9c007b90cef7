// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_answers.h"

#include "base/finite.h"
#include "base/version.h"
#include "data/sample_list.h"
#include "exchange/config_file.h"
#include "exchange/metrics_json.h"
#include "exchange/optional_json.h"
#include "exchange/recipe_json.h"
#include "exchange/report_json.h"
#include "exchange/sensitivity_json.h"
#include "session/metrics_plan.h"

namespace quantloupe {

namespace {

using Json = nlohmann::ordered_json;

void addEnd(const GeneratorInfo &info, const Warnings &warnings, Json &answer)
{
    answer["unquantized"] = unquantizedJson(info);
    answer["warnings"] = warnings;
}

/// How inputs are drawn, or which pictures are given; pictures are no latents.
Json samplingJson(const MetricsRequest &request)
{
    Json plan = planJson(request.plan, request.calibration);
    const MetricInputs inputs = inputsOf(request);
    if (inputs == MetricInputs::Latents)
        return plan;
    plan.erase("distribution");
    if (inputs == MetricInputs::DrawnPictures)
        plan["images"] = "procedural";
    else
        plan["images"] = request.imagesName.empty() ? "given" : request.imagesName;
    return plan;
}

Json sizeJson(const SizeReport &size)
{
    return {{"bytes", size.bytes},
            {"averageBits", size.averageBits},
            {"effectiveBits", size.effectiveBits},
            {"ratio", size.ratio},
            {"bops", size.bops}};
}

Json settingsJson(const QuantConfig &config)
{
    Json layers = Json::object();
    for (const auto &[layer, spec] : config.layers())
        layers[layer] = toText(spec.weight) + "," + toText(spec.activation);
    return layers;
}

Json textOrNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json measuredJson(MetricKind metric, const SearchTrial &trial)
{
    const std::optional<MetricInterval> &interval = trial.interval;
    return {{"metric", name(metric)},
            {"name", textOrNull(trial.metricName)},
            {"value", valueOrNull(finite(trial.measured))},
            {"interval",
             interval ? Json({{"low", interval->low}, {"high", interval->high}}) : Json(nullptr)},
            {"n", trial.n > 0 ? Json(trial.n) : Json(nullptr)},
            {"mark", textOrNull(trial.mark)}};
}

Json bestJson(const ConfigSearchRequest &request, const ConfigSearchReport &report)
{
    Json best = trialJson(request, report.best);
    best["config"] = Json::parse(toJson(bestFile(request, report)));
    best["exact"] = report.isReachable ? metricsJson(report.exact) : Json(nullptr);
    return best;
}

} // namespace

Json trialJson(const ConfigSearchRequest &request, const SearchTrial &trial)
{
    Json json = {{"layers", settingsJson(trial.config)},
                 {"size", sizeJson(trial.size)},
                 {"predicted", {{"sqnr", valueOrNull(trial.predictedSqnr)}}}};
    if (const std::optional<MetricKind> metric = measuredMetric(request))
        json["measured"] = measuredJson(*metric, trial);
    return json;
}

Json answerHead(const std::string &command, std::uint64_t seed, const GeneratorInfo &info)
{
    return {{"tool", "quantloupe"},
            {"version", kVersion},
            {"command", command},
            {"seed", seed},
            {"generator", identityJson(info)}};
}

Json answerFor(const MetricsRequest &request, const MetricsReport &report, const Warnings &warnings)
{
    const GeneratorInfo &facts = info(*request.generator);
    Json answer = answerHead("metrics", request.seed, facts);
    answer["samplingPlan"] = samplingJson(request);
    answer.update(metricsJson(report));
    addEnd(facts, warnings, answer);
    return answer;
}

Json answerFor(const SensitivityRequest &request, const SensitivityReport &report,
               const Warnings &warnings)
{
    const GeneratorInfo &facts = info(*request.generator);
    Json answer = answerHead("sensitivity", request.seed, facts);
    answer["samplingPlan"] = planJson(request.plan, request.calibration);
    if (request.samples)
        answer["samples"] = toText(SampleList{request.samples->samples, request.samples->blends});
    if (request.region)
        answer["region"] = toText(*request.region);
    answer.update(sensitivityJson(report));
    addEnd(facts, warnings, answer);
    return answer;
}

Json answerFor(const ConfigSearchRequest &request, const ConfigSearchReport &report,
               const Warnings &warnings)
{
    const SensitivityRequest &sweep = request.sweep;
    const GeneratorInfo &facts = info(*sweep.generator);
    Json answer = answerHead("search", sweep.seed, facts);
    answer["algorithm"] = name(request.algorithm);
    if (request.budget)
        answer["budget"] = {{name(request.budget->cost), request.budget->amount}};
    if (request.bound)
        answer["bound"] = {{name(request.bound->metric), request.bound->value}};
    answer["reachable"] = report.isReachable;
    answer["nearest"] = textOrNull(report.nearest);
    answer["finished"] = report.isFinished;
    answer["frontFinished"] = report.isFrontFinished;
    answer["provenBest"] = report.isProvenBest;
    answer["holdsOnUnseen"] = valueOrNull(report.holdsOnUnseen);
    answer["best"] = bestJson(request, report);
    answer["front"] = Json::array();
    for (const SearchTrial &trial : report.front)
        answer["front"].push_back(trialJson(request, trial));
    answer["trials"] = Json::array();
    for (const SearchTrial &trial : report.trials)
        answer["trials"].push_back(trialJson(request, trial));
    answer["samplingPlan"] = planJson(sweep.plan, sweep.calibration);
    answer["run"] = {
        {"seconds", report.seconds}, {"measured", report.measured}, {"known", report.known}};
    addEnd(facts, warnings, answer);
    return answer;
}

Json answerFor(const RecipeRequest &request, const RecipeReport &report, const Warnings &warnings)
{
    const MetricsRequest &measurement = request.measurement;
    const GeneratorInfo &facts = info(*measurement.generator);
    Json answer = answerHead("reproduce", measurement.seed, facts);
    answer["recipe"] = name(report.kind);
    answer["paper"] = paperOf(report.kind);
    answer["source"] = sourceOf(report.kind);
    answer["samplingPlan"] = samplingJson(measurement);
    answer["count"] = measurement.count;
    answer["rows"] = Json::array();
    for (const RecipeRow &row : report.rows)
        answer["rows"].push_back(recipeRowJson(row));
    answer["verdict"] = claimsJson(report.claims);
    answer["notes"] = report.notes;
    answer["seconds"] = report.seconds;
    addEnd(facts, warnings, answer);
    return answer;
}

ConfigFile bestFile(const ConfigSearchRequest &request, const ConfigSearchReport &report)
{
    const SensitivityRequest &sweep = request.sweep;
    const GeneratorInfo &facts = info(*sweep.generator);
    ConfigFile file = configFileFor(facts, sweep.plan, sweep.calibration, report.best.config);
    file.marks = request.rules.marks;
    for (const LayerInfo &layer : facts.layers)
        if (!file.marks.isLocked(layer.name))
            file.origins.set(layer.name, SettingOrigin::Search);
    if (report.isReachable)
        file.results = resultsOf(report.exact);
    return file;
}

StoredGenerator generatorIn(const Json &answer)
{
    const auto found = answer.find("generator");
    if (found == answer.end())
        return {};
    Json facts = *found;
    for (const char *key : {"sha256", "name", "assumptions"})
        facts.erase(key);
    return {found->value("sha256", ""), found->value("name", ""), facts.dump()};
}

} // namespace quantloupe
