// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/metrics_json.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Json orNull(const std::optional<double> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json orNull(const Measured<MetricInterval> &interval)
{
    return interval ? Json({(*interval).low, (*interval).high}) : Json(nullptr);
}

Json orNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

/// Why values are null, by their keys.
Json reasonsOf(const MetricRow &row)
{
    Json reasons = Json::object();
    const auto add = [&](const char *key, const std::string &reason) {
        if (!reason.empty())
            reasons[key] = reason;
    };
    add("float", row.floatValue.reason);
    add("quantized", row.quantized.reason);
    add("floor", row.floor.reason);
    add("delta", row.delta.reason);
    add("deltaInterval", row.deltaInterval.reason);
    add("interval", row.pairedInterval.reason);
    return reasons;
}

/// Of the value a reader looks for first.
Json reasonOf(const MetricRow &row)
{
    if (!row.quantized)
        return row.quantized.reason;
    if (!isPaired(row.kind) && !row.delta)
        return row.delta.reason;
    return nullptr;
}

Json levelsJson(const MetricRow &row)
{
    Json levels = Json::array();
    for (const MetricLevel &level : row.levels)
        levels.push_back({{"resolution", level.resolution},
                          {"float", orNull(level.floatValue)},
                          {"quantized", orNull(level.quantized)},
                          {"floor", orNull(level.floor)}});
    return levels;
}

Json curveJson(const MetricRow &row)
{
    Json points = Json::array();
    for (const MetricPoint &point : row.curve)
        points.push_back({{"n", point.n},
                          {"float", orNull(point.floatValue)},
                          {"quantized", orNull(point.quantized)}});
    return points;
}

Json rowJson(const MetricRow &row, const FeatureIdentity &features)
{
    Json json = {{"name", row.name},
                 {"metric", name(row.kind)},
                 {"float", orNull(row.floatValue.value)},
                 {"quantized", orNull(row.quantized.value)},
                 {"floor", orNull(row.floor.value)},
                 {"delta", orNull(row.delta.value)},
                 {"deltaInterval", orNull(row.deltaInterval)},
                 {"interval", orNull(row.pairedInterval)},
                 {"n", row.n},
                 {"extractor", usesFeatures(row.kind) ? orNull(features.extractor) : nullptr},
                 {"pipeline", usesFeatures(row.kind) ? orNull(features.pipeline) : nullptr},
                 {"reason", reasonOf(row)},
                 {"reasons", reasonsOf(row)},
                 {"unit", orNull(std::string(unitOf(row.kind)))},
                 {"paired", isPaired(row.kind)},
                 {"largerIsBetter", largerIsBetter(row.kind)},
                 {"form", orNull(row.form)},
                 {"mark", orNull(row.mark)}};
    if (!row.layer.empty())
        json["layer"] = row.layer;
    if (row.kind == MetricKind::Kernel)
        json["standardError"] = {{"float", orNull(row.floatStandardError)},
                                 {"quantized", orNull(row.quantizedStandardError)}};
    if (row.kind == MetricKind::SlicedWasserstein)
        json["levels"] = levelsJson(row);
    json["curve"] = curveJson(row);
    return json;
}

Json referenceJson(const ReferenceIdentity &reference)
{
    Json json = {{"name", reference.name}, {"sha256", reference.sha256}, {"n", reference.n}};
    if (reference.available > 0) {
        json["available"] = reference.available;
        json["drawn"] = reference.isDrawn ? "by the seed, without replacement" : "all pictures";
    }
    if (reference.preparation)
        json["preparation"] = {
            {"side", reference.preparation->side},
            {"crop", name(reference.preparation->crop)},
            {"filter", "OpenCV " + std::string(name(reference.preparation->filter))}};
    return json;
}

} // namespace

Json metricsJson(const MetricsReport &report)
{
    Json json;
    json["metrics"] = Json::array();
    for (const MetricRow &row : report.rows)
        json["metrics"].push_back(rowJson(row, report.features));
    json["count"] = report.count;
    json["reference"] = report.reference.n > 0 ? referenceJson(report.reference) : nullptr;
    const FeatureIdentity &features = report.features;
    json["features"] = features.isKnown() ? Json({{"extractor", features.extractor},
                                                  {"sha256", features.sha256},
                                                  {"pipeline", features.pipeline},
                                                  {"dimension", features.dimension}})
                                          : Json(nullptr);
    const PerceptualIdentity &perceptual = report.perceptual;
    json["lpips"] = perceptual.name.empty()
                        ? Json(nullptr)
                        : Json({{"name", perceptual.name},
                                {"trunkSha256", perceptual.trunkSha256},
                                {"headsSha256", orNull(perceptual.headsSha256)}});
    json["skipped"] = report.skipped;
    json["resumed"] = report.resumed;
    json["run"] = {{"seconds", report.seconds},
                   {"threads", report.threads},
                   {"batch", report.microBatch},
                   {"stepsRun", report.stepsRun},
                   {"stepsSkipped", report.stepsSkipped}};
    return json;
}

} // namespace quantloupe
