// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sensitivity_json.h"

#include "base/error.h"
#include "exchange/optional_json.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Json intervalJson(const std::optional<MetricInterval> &interval)
{
    return interval ? Json({interval->low, interval->high}) : Json(nullptr);
}

/// null where layers are left out of a base configuration.
Json bitsJson(int bits)
{
    return bits == kBaseBits ? Json(nullptr) : Json(bits);
}

/// "mse", "percentile", "mse,percentile".
std::string methodText(const LayerQuantSpec &spec)
{
    std::string text;
    if (!spec.weight.isFloat())
        text = name(spec.weight.method);
    if (!spec.activation.isFloat())
        text += (text.empty() ? "" : ",") + std::string(name(spec.activation.estimator));
    return text;
}

std::string settingText(const LayerQuantSpec &spec)
{
    return toText(spec.weight) + "," + toText(spec.activation);
}

/// What cells and means share.
template <typename Cell> Json placeJson(const Cell &cell)
{
    return {{"layer", cell.layer},         {"site", name(cell.site)},
            {"mode", name(cell.mode)},     {"method", methodText(cell.spec)},
            {"bits", bitsJson(cell.bits)}, {"setting", settingText(cell.spec)}};
}

template <typename Cell> void addValue(Json &json, const Cell &cell)
{
    json["value"] = valueOrNull(cell.value);
    json["interval"] = intervalJson(cell.interval);
    json["exact"] = cell.isExact;
    if (!cell.value)
        json["reason"] = cell.reason;
    if (cell.floatValue)
        json["float"] = *cell.floatValue;
}

Json meanJson(const SensitivityMean &mean)
{
    Json json = placeJson(mean);
    addValue(json, mean);
    json["predicted"] = valueOrNull(mean.predicted);
    json["repeats"] = mean.repeats;
    return json;
}

Json cellJson(const SensitivityCell &cell)
{
    Json json = {{"key", cell.key}};
    json.update(placeJson(cell));
    json["identical"] = cell.isIdentical;
    json["repeat"] = cell.repeat;
    json["metric"] = cell.metricName;
    addValue(json, cell);
    json["n"] = cell.n;
    if (!cell.mark.empty())
        json["mark"] = cell.mark;
    json["seconds"] = cell.seconds;
    return json;
}

Json rankingJson(const SensitivityRanking &ranking)
{
    Json json = {{"site", name(ranking.site)},
                 {"mode", name(ranking.mode)},
                 {"bits", bitsJson(ranking.bits)},
                 {"layers", Json::array()}};
    for (const RankedLayer &layer : ranking.layers)
        json["layers"].push_back({{"layer", layer.layer},
                                  {"value", valueOrNull(layer.value)},
                                  {"interval", intervalJson(layer.interval)},
                                  {"tiesWithNext", layer.tiesWithNext}});
    return json;
}

Json redundancyJson(const RedundancyColumn &column, const std::vector<std::string> &layers)
{
    Json json = {{"measure", name(column.measure)},
                 {"formula", formulaOf(column.measure)},
                 {"layers", Json::array()},
                 {"correlations", Json::array()}};
    for (std::size_t i = 0; i < layers.size(); ++i)
        json["layers"].push_back(
            {{"layer", layers[i]}, {"value", valueOrNull(column.values.at(i))}});
    for (const RedundancyMatch &match : column.matches) {
        Json entry = {{"site", name(match.site)},
                      {"mode", name(match.mode)},
                      {"bits", bitsJson(match.bits)},
                      {"spearman", nullptr},
                      {"lowerTail", nullptr}};
        if (match.correlation) {
            entry["spearman"] = match.correlation->rho;
            entry["lowerTail"] = match.correlation->lowerTail;
        }
        json["correlations"].push_back(std::move(entry));
    }
    return json;
}

Json accuracyJson(const SketchAccuracy &accuracy)
{
    return {{"spearman", valueOrNull(accuracy.spearman)},
            {"meanError", valueOrNull(accuracy.meanError)},
            {"cells", accuracy.cells}};
}

Json sketchJson(const SketchReport &sketch)
{
    Json json = accuracyJson(sketch.all);
    json["probes"] = sketch.probes;
    json["samples"] = sketch.samples;
    json["bytes"] = sketch.bytes;
    json["buildSeconds"] = sketch.buildSeconds;
    json["variantSeconds"] = sketch.variantSeconds;
    json["byBits"] = Json::array();
    for (const auto &[bits, accuracy] : sketch.byBits) {
        Json entry = {{"bits", bits}};
        entry.update(accuracyJson(accuracy));
        json["byBits"].push_back(std::move(entry));
    }
    return json;
}

std::optional<double> numberOf(const nlohmann::json &json, const char *key)
{
    const auto found = json.find(key);
    return found == json.end() || found->is_null() ? std::nullopt
                                                   : std::optional(found->get<double>());
}

SensitivityCell parsed(const nlohmann::json &json)
{
    SensitivityCell cell;
    cell.key = json.at("key").get<std::string>();
    cell.layer = json.at("layer").get<std::string>();
    cell.site = parseSensitivitySite(json.at("site").get<std::string>());
    cell.mode = parseSensitivityMode(json.at("mode").get<std::string>());
    cell.bits = json.at("bits").is_null() ? kBaseBits : json.at("bits").get<int>();
    cell.spec = parseSpec(json.at("setting").get<std::string>()).spec;
    cell.repeat = json.at("repeat").get<int>();
    cell.value = numberOf(json, "value");
    cell.reason = json.value("reason", std::string());
    cell.isExact = json.at("exact").get<bool>();
    cell.isIdentical = json.at("identical").get<bool>();
    cell.floatValue = numberOf(json, "float");
    if (const nlohmann::json &interval = json.at("interval"); !interval.is_null())
        cell.interval = {interval.at(0).get<double>(), interval.at(1).get<double>()};
    cell.metricName = json.at("metric").get<std::string>();
    cell.mark = json.value("mark", std::string());
    cell.n = json.at("n").get<std::size_t>();
    cell.seconds = json.at("seconds").get<double>();
    return cell;
}

} // namespace

Json sensitivityJson(const SensitivityReport &report)
{
    Json json = {{"metric", name(report.metric)}, {"metricName", report.metricName},
                 {"unit", unitOf(report.metric)}, {"largerIsBetter", largerIsBetter(report.metric)},
                 {"count", report.count},         {"repeats", report.repeats},
                 {"settled", report.isSettled}};
    for (const char *key : {"cells", "ranking", "redundancy"})
        json[key] = Json::array();
    for (const SensitivityMean &mean : report.means)
        json["cells"].push_back(meanJson(mean));
    for (const SensitivityRanking &ranking : report.rankings)
        json["ranking"].push_back(rankingJson(ranking));
    for (const RedundancyColumn &column : report.redundancy)
        json["redundancy"].push_back(redundancyJson(column, report.layers));
    json["sketch"] = report.sketch ? sketchJson(*report.sketch) : Json(nullptr);
    json["measurements"] = Json::array();
    for (const SensitivityCell &cell : report.cells)
        json["measurements"].push_back(cellJson(cell));
    json["notes"] = report.notes;
    json["run"] = {{"seconds", report.seconds},
                   {"measured", report.measured},
                   {"known", report.known},
                   {"threads", report.threads},
                   {"batch", report.microBatch},
                   {"stepsRun", report.stepsRun},
                   {"stepsSkipped", report.stepsSkipped}};
    return json;
}

std::string cellLine(const SensitivityCell &cell)
{
    return cellJson(cell).dump();
}

SensitivityCell parseCellLine(std::string_view line)
{
    try {
        return parsed(nlohmann::json::parse(line));
    } catch (const nlohmann::json::exception &failure) {
        throw Error(ErrorKind::BadInput,
                    "A kept result of a sweep is damaged; it will be measured again.",
                    failure.what());
    }
}

} // namespace quantloupe
