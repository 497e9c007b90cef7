// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "exchange/calibration_json.h"
#include "exchange/config_file.h"
#include "exchange/correction_json.h"
#include "exchange/layer_setting_json.h"
#include "exchange/sealed_json.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Json layerJson(const LayerInfo &layer, const ConfigFile &file)
{
    const LayerQuantSpec &spec = file.config.spec(layer.name);
    Json json = {{"name", layer.name},
                 {"kind", name(layer.kind)},
                 {"weightShape", layer.weightShape},
                 {"weight", weightJson(spec.weight, layer)},
                 {"activation", activationJson(spec.activation)},
                 {"locked", file.marks.isLocked(layer.name)}};
    if (const ActivationRange *range = file.ranges.find(layer.name, spec.activation))
        json["activation"]["range"] = rangeJson(*range);
    if (Json own = correctionsJson(file.config.corrections(), layer.name); !own.empty())
        json["corrections"] = std::move(own);
    if (const std::string tie = file.marks.tie(layer.name); !tie.empty())
        json["tie"] = tie;
    json["origin"] = name(file.origins.of(layer.name));
    return json;
}

Json generatorJson(const ConfigFile &file)
{
    Json assumptions = Json::object();
    Json confirmed = Json::array();
    for (const Assumption &assumption : file.assumptions) {
        assumptions[assumption.key] = assumption.value;
        if (assumption.confirmed)
            confirmed.push_back(assumption.key);
    }
    return {{"name", file.generatorName},     {"sha256", file.generatorSha256},
            {"format", file.generatorFormat}, {"architecture", file.architecture},
            {"assumptions", assumptions},     {"confirmed", confirmed}};
}

Json samplingJson(const SamplingPlan &plan)
{
    return {{"distribution", name(plan.distribution)},
            {"inputRange", {plan.inputRange.low, plan.inputRange.high}},
            {"outputRange", {plan.outputRange.low, plan.outputRange.high}},
            {"labels", plan.label ? Json(*plan.label) : Json("uniform")},
            {"truncation", plan.truncation}};
}

/// What a layer is called in ONNX files.
void keepOnnxNames(Json &layers, const Json &before)
{
    std::map<std::string, Json> names;
    for (const Json &layer : before)
        if (layer.is_object() && layer.contains("onnx"))
            names[layer.value("name", "")] = layer.at("onnx");
    for (Json &layer : layers)
        if (const auto found = names.find(layer.at("name").get<std::string>());
            found != names.end())
            layer["onnx"] = found->second;
}

/// Of the configuration as it is, not of the one it was read as.
constexpr std::array<std::string_view, 2> kOfThisFile = {"results", "provenance"};

/// Keys of the file it was read from that this program does not write stay where they were.
void keepUnknown(Json &json, const std::string &original)
{
    const Json before = Json::parse(original, nullptr, false);
    if (!before.is_object())
        return;
    if (before.contains("layers"))
        keepOnnxNames(json["layers"], before.at("layers"));
    for (const auto &[key, value] : before.items())
        if (!json.contains(key) && std::ranges::find(kOfThisFile, key) == kOfThisFile.end())
            json[key] = value;
}

} // namespace

std::string toJson(const ConfigFile &file)
{
    Json json;
    json["format"] = kConfigurationKeyword;
    json["version"] = kConfigFileVersion;
    json["generator"] = generatorJson(file);
    json["samplingPlan"] = samplingJson(file.plan);
    json["layers"] = Json::array();
    for (const LayerInfo &layer : file.layers)
        json["layers"].push_back(layerJson(layer, file));
    // Also where it is empty: keepUnknown() would bring back those of the original.
    json["corrections"] = correctionsJson(file.config.corrections());
    json["calibration"] = calibrationJson(file.calibration, file.ranges);
    if (!file.results.empty())
        json["results"] = resultsJson(file.results);
    if (!file.provenance.isEmpty())
        json["provenance"] = provenanceJson(file.provenance);
    keepUnknown(json, file.original);
    return sealedJson(std::move(json));
}

std::string sealedJson(Json json)
{
    json.erase("sha256");
    nlohmann::json canonical(json);
    // The same configuration has the same hash, whenever and wherever it was written.
    canonical.erase("provenance");
    json["sha256"] = sha256(canonical.dump());
    return json.dump(2) + "\n";
}

} // namespace quantloupe
