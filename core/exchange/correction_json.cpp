// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/correction_json.h"

#include "base/error.h"
#include "exchange/optional_json.h"

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Correction parsedName(const std::string &text)
{
    const std::optional<Correction> correction = correctionNamed(text);
    if (!correction)
        throw Error(ErrorKind::BadInput, "an unknown correction '" + text + "'");
    return *correction;
}

Json gainJson(const CorrectionGain &gain)
{
    return {{"sqnrBefore", valueOrNull(gain.before)}, {"sqnrAfter", valueOrNull(gain.after)}};
}

Json layerJson(const CorrectedLayer &layer)
{
    Json json = {{"name", layer.name}, {"corrections", Json::array()}};
    for (const Correction each : layer.corrections)
        json["corrections"].push_back(name(each));
    json.update(gainJson(layer.gain));
    json["channels"] = layer.channels;
    json["skippedChannels"] = layer.skippedChannels;
    json["norms"] = layer.norms;
    const auto &rounding = layer.rounding;
    json["roundingErrorBefore"] =
        valueOrNull(rounding ? std::optional(rounding->nearest) : std::nullopt);
    json["roundingErrorAfter"] =
        valueOrNull(rounding ? std::optional(rounding->chosen) : std::nullopt);
    return json;
}

} // namespace

Json correctionsJson(const CorrectionChoice &choice)
{
    Json json = Json::object();
    for (const Correction each : corrections())
        if (choice.isOnEverywhere(each))
            json[std::string(name(each))] = true;
    return json;
}

Json correctionsJson(const CorrectionChoice &choice, const std::string &layer)
{
    Json json = Json::object();
    for (const Correction each : corrections())
        if (choice.exceptions(each).contains(layer))
            json[std::string(name(each))] = choice.isOn(each, layer);
    return json;
}

void parseCorrections(const Json &json, CorrectionChoice &choice)
{
    for (const auto &[key, value] : json.items())
        choice.setEverywhere(parsedName(key), value.get<bool>());
}

void parseCorrections(const Json &json, const std::string &layer, CorrectionChoice &choice)
{
    for (const auto &[key, value] : json.items())
        choice.set(parsedName(key), layer, value.get<bool>());
}

Json correctionReportJson(const CorrectionReport &report)
{
    Json json = {{"samples", report.samples}, {"output", gainJson(report.output)}};
    json["steps"] = Json::array();
    for (const CorrectionStep &step : report.steps)
        json["steps"].push_back(
            {{"correction", name(step.correction)}, {"sqnr", valueOrNull(step.sqnr)}});
    json["layers"] = Json::array();
    for (const CorrectedLayer &layer : report.layers)
        json["layers"].push_back(layerJson(layer));
    return json;
}

} // namespace quantloupe
