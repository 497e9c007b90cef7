// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report_json.h"

#include "exchange/correction_json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Json numberOrNull(const std::optional<double> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json layerJson(const LayerInfo &layer)
{
    return {{"name", layer.name},
            {"kind", name(layer.kind)},
            {"weightShape", layer.weightShape},
            {"outputAxis", layer.outputAxis},
            {"groups", layer.groups},
            {"parameters", layer.parameters},
            {"macs", layer.macs},
            {"inputShape", layer.inputShape},
            {"outputShape", layer.outputShape},
            {"uses", layer.uses},
            {"readsNetworkInput", layer.readsNetworkInput}};
}

Json sizeJson(const SizeReport &size)
{
    return {{"bytes", size.bytes},
            {"floatBytes", size.floatBytes},
            {"storedBytes", size.storedBytes},
            {"ratio", size.ratio},
            {"averageBits", size.averageBits},
            {"effectiveBits", size.effectiveBits},
            {"bops", size.bops}};
}

Json layerReportJson(const LayerReport &layer)
{
    Json json = {{"name", layer.name},
                 {"weight", toText(layer.spec.weight)},
                 {"activation", toText(layer.spec.activation)},
                 {"sqnr", numberOrNull(layer.sqnr)},
                 {"occupancy", layer.occupancy},
                 {"entropy", layer.entropy},
                 {"clipped", numberOrNull(layer.clipped)},
                 {"bytes", layer.bytes}};
    if (!layer.sqnr)
        json["reason"] = reasonFor(layer.spec.weight.isFloat() ? Absence::WeightFloat
                                   : layer.hasNonFiniteWeights ? Absence::WeightNotFinite
                                                               : Absence::WeightExact);
    if (layer.activation)
        json["activationRange"] = {layer.activation->lowest(), layer.activation->highest()};
    return json;
}

Json sampleJson(const SamplePair &pair)
{
    Json json = {{"index", pair.sample.index},
                 {"psnr", numberOrNull(pair.psnr)},
                 {"ssim", numberOrNull(pair.ssim)}};
    if (!std::isfinite(pair.signalEnergy) || !std::isfinite(pair.errorEnergy))
        json["reason"] = reasonFor(Absence::OutputNotFinite);
    else if (!pair.psnr)
        json["reason"] = reasonFor(Absence::PicturesIdentical);
    else if (!pair.ssim)
        json["reason"] = reasonFor(Absence::PicturesTooSmall);
    return json;
}

} // namespace

Json identityJson(const GeneratorInfo &info)
{
    Json assumptions = Json::array();
    for (const Assumption &assumption : info.assumptions)
        assumptions.push_back({{"key", assumption.key},
                               {"value", assumption.value},
                               {"reason", assumption.reason},
                               {"confirmed", assumption.confirmed},
                               {"choices", assumption.choices}});
    return {{"name", info.name},       {"sha256", info.sha256},
            {"format", info.format},   {"architecture", info.architecture},
            {"network", info.network}, {"assumptions", assumptions}};
}

Json unquantizedJson(const GeneratorInfo &info)
{
    Json json = Json::array();
    for (const UnquantizedOperation &operation : info.unquantized)
        json.push_back({{"operation", operation.operation}, {"count", operation.count}});
    return json;
}

Json inspectJson(const GeneratorInfo &info)
{
    Json json;
    json["layers"] = Json::array();
    for (const LayerInfo &layer : info.layers)
        json["layers"].push_back(layerJson(layer));
    json["inputs"] = Json::array();
    for (const InputInfo &input : info.inputs)
        json["inputs"].push_back({{"name", input.name},
                                  {"kind", name(input.kind)},
                                  {"shape", input.shape},
                                  {"classes", input.classes}});
    json["output"] = info.output;
    json["unquantized"] = unquantizedJson(info);
    json["totals"] = {{"parameters", info.totals.parameters},
                      {"macs", info.totals.macs},
                      {"bytes", info.totals.bytes},
                      {"storedBytes", info.totals.storedBytes}};
    json["networks"] = info.networks;
    json["fixedBatch"] = info.fixedBatch;
    json["warnings"] = info.warnings;
    return json;
}

Json compareJson(const CompareReport &report)
{
    Json json;
    json["samples"] = Json::array();
    for (const SamplePair &pair : report.pairs)
        json["samples"].push_back(sampleJson(pair));
    json["mean"] = {{"psnr", numberOrNull(report.mean.psnr)},
                    {"ssim", numberOrNull(report.mean.ssim)},
                    {"sqnr", numberOrNull(report.mean.sqnr)}};
    if (report.mean.absence != Absence::None)
        json["mean"]["reason"] = reasonFor(report.mean.absence);
    json["size"] = sizeJson(report.size);
    json["layers"] = Json::array();
    for (const LayerReport &layer : report.layers)
        json["layers"].push_back(layerReportJson(layer));
    if (!report.corrections.isEmpty())
        json["corrections"] = correctionReportJson(report.corrections);
    json["run"] = {{"seconds", report.facts.seconds},
                   {"calibrationSeconds", report.facts.calibrationSeconds},
                   {"threads", report.facts.threads},
                   {"batch", report.facts.microBatch},
                   {"kernels", report.facts.kernels}};
    json["warnings"] = report.warnings;
    return json;
}

Json planJson(const SamplingPlan &plan, const CalibrationPlan &calibration)
{
    Json json = {{"distribution", name(plan.distribution)},
                 {"inputRange", {plan.inputRange.low, plan.inputRange.high}},
                 {"outputRange", {plan.outputRange.low, plan.outputRange.high}},
                 {"label", plan.label ? Json(*plan.label) : Json("uniform")},
                 {"truncation", plan.truncation}};
    json["calibration"] = {{"count", calibration.count}, {"seed", calibration.seed}};
    return json;
}

} // namespace quantloupe
