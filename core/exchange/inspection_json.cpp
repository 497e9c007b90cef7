// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/inspection_json.h"

#include "exchange/optional_json.h"

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Json histogramJson(const Histogram &histogram)
{
    return {{"low", histogram.low}, {"high", histogram.high}, {"counts", histogram.counts}};
}

Json numbersJson(const WeightNumbers &numbers)
{
    Json json = {{"weights", numbers.weights},
                 {"minimum", numbers.minimum},
                 {"maximum", numbers.maximum},
                 {"sqnr", valueOrNull(numbers.sqnr)},
                 {"occupancy", valueOrNull(numbers.occupancy)},
                 {"entropy", valueOrNull(numbers.entropy)},
                 {"clipped", valueOrNull(numbers.clipped)}};
    if (numbers.nonFinite > 0)
        json["nonFinite"] = numbers.nonFinite;
    if (numbers.absence != Absence::None)
        json["reason"] = reasonFor(numbers.absence);
    return json;
}

Json levelsJson(const WeightInspection &weight)
{
    Json json = {{"count", weight.levelCount}};
    if (weight.range)
        json["range"] = {weight.range->low, weight.range->high};
    if (!weight.levels.empty()) {
        json["values"] = weight.levels;
        json["weights"] = weight.levelCounts;
    }
    return json;
}

Json weightJson(const WeightInspection &weight)
{
    Json json = {{"spec", toText(weight.spec)},
                 {"channels", weight.channels},
                 {"scales", weight.scales},
                 {"layer", numbersJson(weight.layer)},
                 {"channel", valueOrNull(weight.channel)}};
    if (weight.isRewritten)
        json["rewritten"] = true;
    if (weight.chosen)
        json["chosen"] = numbersJson(*weight.chosen);
    json["axis"] = weight.axis == WeightAxis::Steps ? "steps" : "value";
    json["histogram"] = histogramJson(weight.histogram);
    json["levels"] = levelsJson(weight);
    json["channelErrors"] = Json::array();
    for (const ChannelError &error : weight.errors)
        json["channelErrors"].push_back(
            {{"relative", valueOrNull(error.relative)}, {"sqnr", valueOrNull(error.sqnr)}});
    return json;
}

Json activationJson(const ActivationInspection &activation)
{
    if (activation.absence != Absence::None)
        return {{"spec", toText(activation.spec)}, {"reason", reasonFor(activation.absence)}};
    Json json = {
        {"spec", toText(activation.spec)},
        {"source", activation.source == ActivationSource::Calibration ? "calibration" : "samples"},
        {"samples", activation.samples},
        {"values", activation.values},
        {"minimum", activation.minimum},
        {"maximum", activation.maximum},
        {"zeros", activation.zeros},
        {"histogram", histogramJson(activation.histogram)}};
    if (activation.nonFinite > 0)
        json["nonFinite"] = activation.nonFinite;
    if (activation.range) {
        json["range"] = {activation.range->lowest(), activation.range->highest()};
        json["clipped"] = activation.range->clipped;
        json["heldOut"] = {{"samples", activation.heldOutSamples},
                           {"clipped", valueOrNull(activation.heldOutClipped)}};
        if (activation.isHeldOutDrawn)
            json["heldOut"]["inputs"] = "drawn";
    }
    return json;
}

Json mapsJson(const FeatureMaps &maps)
{
    Json json = {{"channels", maps.channels}, {"height", maps.height}, {"width", maps.width}};
    json["largest"] = Json::array();
    for (const FeatureMap &map : maps.maps)
        json["largest"].push_back(
            {{"channel", map.channel}, {"relativeError", valueOrNull(map.error)}});
    if (maps.absence != Absence::None)
        json["reason"] = reasonFor(maps.absence);
    return json;
}

} // namespace

Json inspectionJson(const LayerInspection &inspection)
{
    return {{"name", inspection.layer},
            {"weight", weightJson(inspection.weight)},
            {"activation", activationJson(inspection.activation)},
            {"featureMaps", mapsJson(inspection.maps)}};
}

} // namespace quantloupe
