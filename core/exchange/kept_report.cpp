// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/kept_report.h"

#include "base/error.h"
#include "exchange/optional_json.h"

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

std::optional<double> numberOf(const Json &json)
{
    return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

/// A value, or why there is none as a text.
Json jsonOf(const Measured<double> &measured)
{
    return measured ? Json(*measured) : Json(measured.reason);
}

Json jsonOf(const Measured<MetricInterval> &measured)
{
    return measured ? Json::array({(*measured).low, (*measured).high}) : Json(measured.reason);
}

Measured<double> measuredOf(const Json &json)
{
    return json.is_string() ? Measured<double>::missing(json.get<std::string>())
                            : Measured<double>::of(json.get<double>());
}

Measured<MetricInterval> intervalOf(const Json &json)
{
    if (json.is_string())
        return Measured<MetricInterval>::missing(json.get<std::string>());
    return Measured<MetricInterval>::of({json.at(0).get<double>(), json.at(1).get<double>()});
}

Json rowJson(const MetricRow &row)
{
    Json json = {{"kind", name(row.kind)},
                 {"name", row.name},
                 {"layer", row.layer},
                 {"float", jsonOf(row.floatValue)},
                 {"quantized", jsonOf(row.quantized)},
                 {"floor", jsonOf(row.floor)},
                 {"delta", jsonOf(row.delta)},
                 {"deltaInterval", jsonOf(row.deltaInterval)},
                 {"pairedInterval", jsonOf(row.pairedInterval)},
                 {"floatStandardError", valueOrNull(row.floatStandardError)},
                 {"quantizedStandardError", valueOrNull(row.quantizedStandardError)},
                 {"n", row.n},
                 {"form", row.form},
                 {"mark", row.mark},
                 {"levels", Json::array()},
                 {"curve", Json::array()}};
    for (const MetricLevel &level : row.levels)
        json["levels"].push_back(
            Json::array({level.resolution, valueOrNull(level.floatValue),
                         valueOrNull(level.quantized), valueOrNull(level.floor)}));
    for (const MetricPoint &point : row.curve)
        json["curve"].push_back(
            Json::array({point.n, valueOrNull(point.floatValue), valueOrNull(point.quantized)}));
    return json;
}

MetricRow parseRow(const Json &json)
{
    MetricRow row;
    row.kind = parseMetrics(json.at("kind").get<std::string>()).at(0);
    row.name = json.at("name").get<std::string>();
    row.layer = json.at("layer").get<std::string>();
    row.floatValue = measuredOf(json.at("float"));
    row.quantized = measuredOf(json.at("quantized"));
    row.floor = measuredOf(json.at("floor"));
    row.delta = measuredOf(json.at("delta"));
    row.deltaInterval = intervalOf(json.at("deltaInterval"));
    row.pairedInterval = intervalOf(json.at("pairedInterval"));
    row.floatStandardError = numberOf(json.at("floatStandardError"));
    row.quantizedStandardError = numberOf(json.at("quantizedStandardError"));
    row.n = json.at("n").get<std::size_t>();
    row.form = json.at("form").get<std::string>();
    row.mark = json.at("mark").get<std::string>();
    for (const Json &level : json.at("levels"))
        row.levels.push_back({level.at(0).get<int>(), numberOf(level.at(1)), numberOf(level.at(2)),
                              numberOf(level.at(3))});
    for (const Json &point : json.at("curve"))
        row.curve.push_back(
            {point.at(0).get<std::size_t>(), numberOf(point.at(1)), numberOf(point.at(2))});
    return row;
}

Json referenceJson(const ReferenceIdentity &reference)
{
    Json json = {{"name", reference.name},
                 {"sha256", reference.sha256},
                 {"n", reference.n},
                 {"available", reference.available},
                 {"drawn", reference.isDrawn}};
    if (const auto &fit = reference.preparation)
        json["preparation"] = {{"side", fit->side},
                               {"crop", name(fit->crop)},
                               {"filter", name(fit->filter)},
                               {"count", fit->count}};
    return json;
}

ReferenceIdentity parseReference(const Json &json)
{
    ReferenceIdentity reference{
        json.at("name").get<std::string>(), json.at("sha256").get<std::string>(),
        json.at("n").get<std::size_t>(),    json.at("available").get<std::size_t>(),
        json.at("drawn").get<bool>(),       {}};
    if (!json.contains("preparation"))
        return reference;
    const Json &fit = json.at("preparation");
    const bool isWhole = fit.at("crop").get<std::string>() == name(Crop::None);
    reference.preparation = {fit.at("side").get<int>(), isWhole ? Crop::None : Crop::Center,
                             parseResizeFilter(fit.at("filter").get<std::string>()),
                             fit.at("count").get<std::size_t>()};
    return reference;
}

Json featuresJson(const FeatureIdentity &features)
{
    return {{"extractor", features.extractor},
            {"sha256", features.sha256},
            {"pipeline", features.pipeline},
            {"dimension", features.dimension}};
}

FeatureIdentity parseFeatures(const Json &json)
{
    return {json.at("extractor").get<std::string>(), json.at("sha256").get<std::string>(),
            json.at("pipeline").get<std::string>(), json.at("dimension").get<std::size_t>()};
}

} // namespace

Json keptReportJson(const MetricsReport &report)
{
    Json json = {{"rows", Json::array()},
                 {"n", report.n},
                 {"count", report.count},
                 {"seed", report.seed},
                 {"generator", report.generatorSha256},
                 {"reference", referenceJson(report.reference)},
                 {"features", featuresJson(report.features)},
                 {"skipped", report.skipped},
                 {"warnings", report.warnings},
                 {"resumed", report.resumed},
                 {"stepsRun", report.stepsRun},
                 {"stepsSkipped", report.stepsSkipped},
                 {"threads", report.threads},
                 {"microBatch", report.microBatch},
                 {"seconds", report.seconds}};
    for (const MetricRow &row : report.rows)
        json["rows"].push_back(rowJson(row));
    return json;
}

MetricsReport parseKeptReport(const Json &json)
{
    MetricsReport report;
    for (const Json &row : json.at("rows"))
        report.rows.push_back(parseRow(row));
    report.n = json.at("n").get<std::size_t>();
    report.count = json.at("count").get<std::size_t>();
    report.seed = json.at("seed").get<std::uint64_t>();
    report.generatorSha256 = json.at("generator").get<std::string>();
    report.reference = parseReference(json.at("reference"));
    report.features = parseFeatures(json.at("features"));
    report.skipped = json.at("skipped").get<std::vector<std::string>>();
    report.warnings = json.at("warnings").get<std::vector<std::string>>();
    report.resumed = json.at("resumed").get<std::size_t>();
    report.stepsRun = json.at("stepsRun").get<int>();
    report.stepsSkipped = json.at("stepsSkipped").get<int>();
    report.threads = json.at("threads").get<int>();
    report.microBatch = json.at("microBatch").get<int>();
    report.seconds = json.at("seconds").get<double>();
    return report;
}

} // namespace quantloupe
