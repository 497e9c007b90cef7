// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_report_json.h"

#include <QJsonArray>

namespace quantloupe {

namespace {

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), qsizetype(value.size()));
}

QJsonValue json(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<double> number(const QJsonValue &json)
{
    return json.isDouble() ? std::optional(json.toDouble()) : std::nullopt;
}

/// A value as a number, why there is none as a text.
QJsonValue json(const Measured<double> &measured)
{
    return measured ? QJsonValue(*measured) : QJsonValue(text(measured.reason));
}

QJsonValue json(const Measured<MetricInterval> &measured)
{
    return measured ? QJsonValue(QJsonArray{(*measured).low, (*measured).high})
                    : QJsonValue(text(measured.reason));
}

Measured<double> measured(const QJsonValue &json)
{
    return json.isDouble() ? Measured<double>::of(json.toDouble())
                           : Measured<double>::missing(json.toString().toStdString());
}

Measured<MetricInterval> interval(const QJsonValue &json)
{
    if (!json.isArray())
        return Measured<MetricInterval>::missing(json.toString().toStdString());
    return Measured<MetricInterval>::of({json[0].toDouble(), json[1].toDouble()});
}

QJsonArray levelsJson(const std::vector<MetricLevel> &levels)
{
    QJsonArray array;
    for (const MetricLevel &level : levels)
        array.append(QJsonArray{level.resolution, json(level.floatValue), json(level.quantized),
                                json(level.floor)});
    return array;
}

QJsonArray curveJson(const std::vector<MetricPoint> &curve)
{
    QJsonArray array;
    for (const MetricPoint &point : curve)
        array.append(QJsonArray{qint64(point.n), json(point.floatValue), json(point.quantized)});
    return array;
}

QJsonObject rowJson(const MetricRow &row)
{
    return {{"kind", text(name(row.kind))},
            {"name", text(row.name)},
            {"layer", text(row.layer)},
            {"float", json(row.floatValue)},
            {"quantized", json(row.quantized)},
            {"floor", json(row.floor)},
            {"delta", json(row.delta)},
            {"deltaInterval", json(row.deltaInterval)},
            {"pairedInterval", json(row.pairedInterval)},
            {"floatStandardError", json(row.floatStandardError)},
            {"quantizedStandardError", json(row.quantizedStandardError)},
            {"n", qint64(row.n)},
            {"form", text(row.form)},
            {"mark", text(row.mark)},
            {"levels", levelsJson(row.levels)},
            {"curve", curveJson(row.curve)}};
}

MetricRow parseRow(const QJsonValue &json)
{
    MetricRow row;
    row.kind = parseMetrics(json["kind"].toString().toStdString()).at(0);
    row.name = json["name"].toString().toStdString();
    row.layer = json["layer"].toString().toStdString();
    row.floatValue = measured(json["float"]);
    row.quantized = measured(json["quantized"]);
    row.floor = measured(json["floor"]);
    row.delta = measured(json["delta"]);
    row.deltaInterval = interval(json["deltaInterval"]);
    row.pairedInterval = interval(json["pairedInterval"]);
    row.floatStandardError = number(json["floatStandardError"]);
    row.quantizedStandardError = number(json["quantizedStandardError"]);
    row.n = std::size_t(json["n"].toInteger());
    row.form = json["form"].toString().toStdString();
    row.mark = json["mark"].toString().toStdString();
    for (const QJsonValue &level : json["levels"].toArray())
        row.levels.push_back(
            {level[0].toInt(), number(level[1]), number(level[2]), number(level[3])});
    for (const QJsonValue &point : json["curve"].toArray())
        row.curve.push_back(
            {std::size_t(point[0].toInteger()), number(point[1]), number(point[2])});
    return row;
}

/// Histories from before pictures could be measured have latents alone.
MetricInputs parseInputs(const QString &word)
{
    for (const MetricInputs each : {MetricInputs::DrawnPictures, MetricInputs::GivenPictures})
        if (word == text(name(each)))
            return each;
    return MetricInputs::Latents;
}

QJsonObject planJson(const SamplingPlan &plan)
{
    QJsonObject object{{"distribution", text(name(plan.distribution))},
                       {"inputRange", QJsonArray{plan.inputRange.low, plan.inputRange.high}},
                       {"outputRange", QJsonArray{plan.outputRange.low, plan.outputRange.high}},
                       {"truncation", plan.truncation}};
    if (plan.label)
        object.insert("label", qint64(*plan.label));
    return object;
}

SamplingPlan parsePlan(const QJsonObject &json)
{
    SamplingPlan plan;
    if (json["distribution"].toString() == text(name(Distribution::Uniform)))
        plan.distribution = Distribution::Uniform;
    plan.inputRange = {json["inputRange"][0].toDouble(), json["inputRange"][1].toDouble()};
    plan.outputRange = {json["outputRange"][0].toDouble(), json["outputRange"][1].toDouble()};
    if (json.contains("label"))
        plan.label = json["label"].toInteger();
    plan.truncation = json["truncation"].toDouble();
    return plan;
}

QJsonObject referenceJson(const ReferenceIdentity &reference)
{
    QJsonObject object{{"name", text(reference.name)},
                       {"sha256", text(reference.sha256)},
                       {"n", qint64(reference.n)},
                       {"available", qint64(reference.available)},
                       {"drawn", reference.isDrawn}};
    if (const auto &fit = reference.preparation)
        object.insert("preparation", QJsonObject{{"side", fit->side},
                                                 {"crop", text(name(fit->crop))},
                                                 {"filter", text(name(fit->filter))},
                                                 {"count", qint64(fit->count)}});
    return object;
}

ReferenceIdentity parseReference(const QJsonObject &json)
{
    ReferenceIdentity reference;
    reference.name = json["name"].toString().toStdString();
    reference.sha256 = json["sha256"].toString().toStdString();
    reference.n = std::size_t(json["n"].toInteger());
    reference.available = std::size_t(json["available"].toInteger());
    reference.isDrawn = json["drawn"].toBool();
    if (!json.contains("preparation"))
        return reference;
    const QJsonObject fit = json["preparation"].toObject();
    ImagePreparation &preparation = reference.preparation.emplace();
    preparation.side = fit["side"].toInt();
    preparation.crop = fit["crop"].toString() == text(name(Crop::None)) ? Crop::None : Crop::Center;
    preparation.filter = parseResizeFilter(fit["filter"].toString().toStdString());
    preparation.count = std::size_t(fit["count"].toInteger());
    return reference;
}

QJsonArray textsJson(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &each : texts)
        array.append(text(each));
    return array;
}

std::vector<std::string> parseTexts(const QJsonValue &json)
{
    std::vector<std::string> texts;
    for (const QJsonValue &each : json.toArray())
        texts.push_back(each.toString().toStdString());
    return texts;
}

} // namespace

QJsonObject metricsReportJson(const MetricsReport &report)
{
    QJsonArray rows;
    for (const MetricRow &row : report.rows)
        rows.append(rowJson(row));
    const FeatureIdentity &features = report.features;
    return {{"rows", rows},
            {"n", qint64(report.n)},
            {"count", qint64(report.count)},
            {"seed", QString::number(report.seed)},
            {"plan", planJson(report.plan)},
            {"inputs", text(name(report.inputs))},
            {"generator", text(report.generatorSha256)},
            {"reference", referenceJson(report.reference)},
            {"features", QJsonObject{{"extractor", text(features.extractor)},
                                     {"sha256", text(features.sha256)},
                                     {"pipeline", text(features.pipeline)},
                                     {"dimension", qint64(features.dimension)}}},
            {"perceptual", QJsonObject{{"name", text(report.perceptual.name)},
                                       {"trunk", text(report.perceptual.trunkSha256)},
                                       {"heads", text(report.perceptual.headsSha256)}}},
            {"skipped", textsJson(report.skipped)},
            {"warnings", textsJson(report.warnings)},
            {"threads", report.threads},
            {"microBatch", report.microBatch},
            {"seconds", report.seconds}};
}

MetricsReport parseMetricsReport(const QJsonObject &json)
{
    MetricsReport report;
    for (const QJsonValue &row : json["rows"].toArray())
        report.rows.push_back(parseRow(row));
    report.n = std::size_t(json["n"].toInteger());
    report.count = std::size_t(json["count"].toInteger());
    report.seed = json["seed"].toString().toULongLong();
    report.plan = parsePlan(json["plan"].toObject());
    report.inputs = parseInputs(json["inputs"].toString());
    report.generatorSha256 = json["generator"].toString().toStdString();
    report.reference = parseReference(json["reference"].toObject());
    const QJsonObject features = json["features"].toObject();
    report.features = {features["extractor"].toString().toStdString(),
                       features["sha256"].toString().toStdString(),
                       features["pipeline"].toString().toStdString(),
                       std::size_t(features["dimension"].toInteger())};
    const QJsonObject perceptual = json["perceptual"].toObject();
    report.perceptual = {perceptual["name"].toString().toStdString(),
                         perceptual["trunk"].toString().toStdString(),
                         perceptual["heads"].toString().toStdString()};
    report.skipped = parseTexts(json["skipped"]);
    report.warnings = parseTexts(json["warnings"]);
    report.threads = json["threads"].toInt();
    report.microBatch = json["microBatch"].toInt();
    report.seconds = json["seconds"].toDouble();
    return report;
}

} // namespace quantloupe
