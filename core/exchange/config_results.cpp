// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/config_results.h"

#include "base/error.h"
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

std::optional<double> finite(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<MetricInterval> finite(const std::optional<MetricInterval> &interval)
{
    return interval && std::isfinite(interval->low) && std::isfinite(interval->high) ? interval
                                                                                     : std::nullopt;
}

Json orNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

[[noreturn]] void refuse(const std::string &metric, const std::string &what)
{
    throw Error(ErrorKind::BadInput, "a result " + metric + " " + what);
}

std::optional<double> numberIn(const Json &json, const char *key, const std::string &metric)
{
    if (!json.contains(key) || json.at(key).is_null())
        return {};
    if (!json.at(key).is_number() || !std::isfinite(json.at(key).get<double>()))
        refuse(metric, std::string("whose \"") + key + "\" is no number");
    return json.at(key).get<double>();
}

std::uint64_t countIn(const Json &json, const char *key, const std::string &metric)
{
    if (!json.contains(key))
        return 0;
    if (!json.at(key).is_number_unsigned())
        refuse(metric, std::string("whose \"") + key + "\" is no whole number from 0 on");
    return json.at(key).get<std::uint64_t>();
}

std::string textIn(const Json &json, const char *key, const std::string &metric)
{
    if (!json.contains(key) || json.at(key).is_null())
        return {};
    if (!json.at(key).is_string())
        refuse(metric, std::string("whose \"") + key + "\" is no text");
    return json.at(key).get<std::string>();
}

std::optional<MetricInterval> intervalIn(const Json &json, const std::string &metric)
{
    if (!json.contains("interval") || json.at("interval").is_null())
        return {};
    const Json &ends = json.at("interval");
    const bool isPair =
        ends.is_array() && ends.size() == 2 && ends[0].is_number() && ends[1].is_number();
    if (!isPair || !(ends[0].get<double>() <= ends[1].get<double>()))
        refuse(metric, "whose \"interval\" is no two numbers in order");
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
    const std::optional<double> value = numberIn(json, "value", result.metric);
    if (!value)
        refuse(result.metric, "without a value");
    result.value = *value;
    result.n = countIn(json, "n", result.metric);
    result.floor = numberIn(json, "floor", result.metric);
    result.delta = numberIn(json, "delta", result.metric);
    result.interval = intervalIn(json, result.metric);
    result.extractor = textIn(json, "extractor", result.metric);
    result.pipeline = textIn(json, "pipeline", result.metric);
    result.seed = countIn(json, "seed", result.metric);
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
        finite(isPaired(row.kind) ? row.pairedInterval.value : row.deltaInterval.value);
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
