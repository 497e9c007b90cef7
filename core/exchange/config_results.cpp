// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/config_results.h"

#include "base/error.h"
#include "base/finite.h"
#include "exchange/json_fields.h"
#include "exchange/optional_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

/// More is no list of metrics.
constexpr std::size_t kMostResults = 10'000;

std::optional<MetricInterval> finiteInterval(const std::optional<MetricInterval> &interval)
{
    return interval && std::isfinite(interval->low) && std::isfinite(interval->high) ? interval
                                                                                     : std::nullopt;
}

Json orNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

std::optional<double> numberIn(const JsonFields &fields, const char *key)
{
    return fields.has(key) ? std::optional(fields.number(key)) : std::nullopt;
}

std::uint64_t countIn(const JsonFields &fields, const char *key)
{
    return fields.contains(key) ? fields.count(key) : 0;
}

std::string textIn(const JsonFields &fields, const char *key)
{
    return fields.has(key) ? fields.text(key) : std::string();
}

std::optional<MetricInterval> intervalIn(const Json &json, const JsonFields &fields)
{
    if (!fields.has("interval"))
        return {};
    const Json &ends = json.at("interval");
    const bool isPair =
        ends.is_array() && ends.size() == 2 && ends[0].is_number() && ends[1].is_number();
    if (!isPair || !(ends[0].get<double>() <= ends[1].get<double>()))
        fields.refuse("interval", "no two numbers in order");
    return MetricInterval{ends[0].get<double>(), ends[1].get<double>()};
}

/// It becomes part of a sentence.
bool isName(const std::string &text)
{
    constexpr std::size_t kMost = 200;
    return !text.empty() && text.size() <= kMost &&
           std::ranges::none_of(text, [](char letter) { return letter >= 0 && letter < ' '; });
}

ConfigResult parseResult(const Json &json)
{
    if (!json.is_object() || !json.contains("metric") || !json.at("metric").is_string() ||
        !isName(json.at("metric").get_ref<const std::string &>()))
        throw Error(ErrorKind::BadInput, "a result without the name of its metric");
    ConfigResult result;
    result.metric = json.at("metric").get<std::string>();
    const JsonFields fields(json, "a result " + result.metric);
    const std::optional<double> value = numberIn(fields, "value");
    if (!value)
        fields.refuse("without a value");
    result.value = *value;
    result.n = countIn(fields, "n");
    result.floor = numberIn(fields, "floor");
    result.delta = numberIn(fields, "delta");
    result.interval = intervalIn(json, fields);
    result.extractor = textIn(fields, "extractor");
    result.pipeline = textIn(fields, "pipeline");
    result.seed = countIn(fields, "seed");
    return result;
}

ConfigResult resultOf(const MetricRow &row, const MetricsReport &report)
{
    ConfigResult result;
    result.metric = row.name;
    result.value = *row.quantized;
    result.n = row.n;
    result.floor = finite(row.floor.value);
    result.delta = finite(row.delta.value);
    result.interval =
        finiteInterval(isPaired(row.kind) ? row.pairedInterval.value : row.deltaInterval.value);
    if (usesFeatures(row.kind)) {
        result.extractor = report.features.extractor;
        result.pipeline = report.features.pipeline;
    }
    result.seed = report.seed;
    return result;
}

} // namespace

std::vector<ConfigResult> resultsOf(const MetricsReport &report)
{
    std::vector<ConfigResult> results;
    for (const MetricRow &row : report.rows)
        if (row.layer.empty() && finite(row.quantized.value))
            results.push_back(resultOf(row, report));
    return results;
}

std::vector<ConfigResult> resultsOf(const CompareReport &report, std::uint64_t seed)
{
    const std::array<std::pair<const char *, std::optional<double>>, 3> means = {
        {{"PSNR", report.mean.psnr}, {"SSIM", report.mean.ssim}, {"SQNR", report.mean.sqnr}}};
    std::vector<ConfigResult> results;
    for (const auto &[metric, value] : means) {
        if (!finite(value))
            continue;
        ConfigResult result;
        result.metric = metric;
        result.value = *value;
        result.n = report.pairs.size();
        result.seed = seed;
        results.push_back(std::move(result));
    }
    return results;
}

Json resultsJson(const std::vector<ConfigResult> &results)
{
    Json json = Json::array();
    for (const ConfigResult &result : results)
        json.push_back(
            {{"metric", result.metric},
             {"value", result.value},
             {"n", result.n},
             {"floor", valueOrNull(result.floor)},
             {"delta", valueOrNull(result.delta)},
             {"interval", result.interval ? Json({result.interval->low, result.interval->high})
                                          : Json(nullptr)},
             {"extractor", orNull(result.extractor)},
             {"pipeline", orNull(result.pipeline)},
             {"seed", result.seed}});
    return json;
}

std::vector<ConfigResult> parseResults(const Json &json)
{
    if (!json.is_array() || json.size() > kMostResults)
        throw Error(ErrorKind::BadInput,
                    "results that are no list of at most " + std::to_string(kMostResults));
    std::vector<ConfigResult> results;
    for (const Json &each : json)
        results.push_back(parseResult(each));
    return results;
}

} // namespace quantloupe
