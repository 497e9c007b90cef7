// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_json.h"

#include "models/metrics_report_json.h"
#include "quant/correction_rules.h"
#include "quant/shortest_rules.h"

namespace quantloupe {

namespace {

QString textOf(std::string_view value)
{
    return QString::fromUtf8(value.data(), qsizetype(value.size()));
}

QJsonObject sizeJson(const SizeReport &size)
{
    return {{"bytes", qint64(size.bytes)},
            {"floatBytes", qint64(size.floatBytes)},
            {"averageBits", size.averageBits},
            {"effectiveBits", size.effectiveBits},
            {"bops", size.bops}};
}

SizeReport parseSize(const QJsonObject &json)
{
    SizeReport size;
    size.bytes = json["bytes"].toInteger();
    size.floatBytes = json["floatBytes"].toInteger();
    size.averageBits = json["averageBits"].toDouble();
    size.effectiveBits = json["effectiveBits"].toDouble();
    size.bops = json["bops"].toDouble();
    return size;
}

QJsonObject settingsJson(const MetricsSettings &settings)
{
    return {{"metrics", kindsText(settings.metrics)},
            {"reference", QString::fromStdString(settings.reference.source)},
            {"extractor", QString::fromStdString(settings.features.extractor)},
            {"depth", qint64(settings.features.depth)},
            {"pipeline", QString::fromStdString(settings.features.pipeline)},
            {"lpipsTrunk", QString::fromStdString(settings.perceptual.trunk)},
            {"lpipsHeads", QString::fromStdString(settings.perceptual.heads)},
            {"networkInput", toText(settings.features.input)},
            {"crop", textOf(name(settings.reference.crop))},
            {"filter", textOf(name(settings.reference.filter))},
            {"count", qint64(settings.count)},
            {"allowSmallFid", settings.allowSmallFid}};
}

MetricsSettings parseSettings(const QJsonObject &json)
{
    MetricsSettings settings;
    settings.metrics = parseMetrics(json["metrics"].toString().toStdString());
    settings.reference.source = json["reference"].toString().toStdString();
    settings.features.extractor = json["extractor"].toString().toStdString();
    settings.features.depth = std::size_t(json["depth"].toInteger());
    settings.features.pipeline = knownPipeline(json["pipeline"].toString().toStdString());
    settings.perceptual = {json["lpipsTrunk"].toString().toStdString(),
                           json["lpipsHeads"].toString().toStdString()};
    settings.features.input =
        parseNetworkInput(json["networkInput"].toString()).value_or(NetworkInput());
    setFit(settings.reference, json["crop"].toString(), json["filter"].toString());
    settings.count = std::size_t(json["count"].toInteger());
    settings.allowSmallFid = json["allowSmallFid"].toBool();
    return settings;
}

/// No corrections in histories from before there were any.
QuantConfig parseRules(const QJsonArray &texts, const QJsonArray &correctionTexts,
                       const std::vector<LayerInfo> &layers)
{
    std::vector<SpecRule> rules;
    for (const QJsonValue &text : texts)
        rules.push_back(parseSpecRule(text.toString().toStdString()));
    QuantConfig config;
    applySpecRules(config, layers, rules);
    CorrectionChoice corrections;
    for (const QJsonValue &text : correctionTexts)
        applyCorrectionRule(corrections, layers,
                            parseCorrectionRule(text.toString().toStdString()));
    config.setCorrections(std::move(corrections));
    return config;
}

} // namespace

QJsonObject measurementJson(const Measurement &measurement, const std::vector<LayerInfo> &layers)
{
    QJsonArray rules;
    for (const std::string &rule : shortestRules(measurement.config, layers))
        rules.append(QString::fromStdString(rule));
    QJsonArray corrections;
    for (const CorrectionRule &rule : correctionRules(measurement.config.corrections()))
        corrections.append(QString::fromStdString(toText(rule)));
    return {{"number", measurement.number},
            {"rules", rules},
            {"corrections", corrections},
            {"calibrationCount", measurement.calibration.count},
            {"calibrationSeed", QString::number(measurement.calibration.seed)},
            {"settings", settingsJson(measurement.settings)},
            {"size", sizeJson(measurement.size)},
            {"report", metricsReportJson(measurement.report)}};
}

QString generatorOf(const QJsonObject &json)
{
    return json["report"].toObject()["generator"].toString();
}

Measurement parseMeasurement(const QJsonObject &json, const std::vector<LayerInfo> &layers)
{
    Measurement measurement;
    measurement.number = json["number"].toInt();
    measurement.config = parseRules(json["rules"].toArray(), json["corrections"].toArray(), layers);
    measurement.calibration.count = json["calibrationCount"].toInt();
    measurement.calibration.seed = json["calibrationSeed"].toString().toULongLong();
    measurement.settings = parseSettings(json["settings"].toObject());
    measurement.size = parseSize(json["size"].toObject());
    measurement.report = parseMetricsReport(json["report"].toObject());
    return measurement;
}

} // namespace quantloupe
