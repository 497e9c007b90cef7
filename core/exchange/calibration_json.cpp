// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/calibration_json.h"

#include "base/error.h"
#include "quant/code_limits.h"

#include <cmath>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

constexpr const char *kLatents = "latents";
constexpr const char *kImages = "images";

CalibrationInputs parseInputs(const std::string &source)
{
    if (source == kLatents || source == kImages)
        return CalibrationInputs::Given;
    for (const CalibrationInputs inputs : {CalibrationInputs::Drawn, CalibrationInputs::Both})
        if (source == name(inputs))
            return inputs;
    throw Error(ErrorKind::BadInput, "an unknown calibration source '" + source + "'");
}

bool isPossible(const ActivationRange &range)
{
    const std::int64_t codes = std::int64_t{range.quantMax} - range.quantMin;
    return std::isfinite(range.scale) && range.scale > 0 && range.quantMin <= range.zeroPoint &&
           range.zeroPoint <= range.quantMax && codes <= affineQuantMax(range.bits) &&
           std::isfinite(range.lowest()) && std::isfinite(range.highest()) && range.clipped >= 0 &&
           range.clipped <= 1;
}

} // namespace

Json rangeJson(const ActivationRange &range)
{
    return {{"scale", range.scale},
            {"zeroPoint", range.zeroPoint},
            {"quantMin", range.quantMin},
            {"quantMax", range.quantMax},
            {"clipped", range.clipped}};
}

ActivationRange parseActivationRange(const Json &json, const ActivationSpec &spec)
{
    ActivationRange range;
    range.bits = spec.bits;
    range.scale = json.at("scale").get<float>();
    range.zeroPoint = json.at("zeroPoint").get<std::int32_t>();
    range.quantMin = json.at("quantMin").get<std::int32_t>();
    range.quantMax = json.at("quantMax").get<std::int32_t>();
    range.clipped = json.value("clipped", 0.0);
    if (spec.isFloat() || !isPossible(range))
        throw Error(ErrorKind::BadInput,
                    "an activation range that " + toText(spec) + " cannot have: " + json.dump());
    return range;
}

Json calibrationJson(const CalibrationPlan &plan, const CalibratedRanges &ranges)
{
    const CalibrationPictures &pictures = ranges.pictures;
    const std::string given = pictures.isEmpty() ? kLatents : kImages;
    Json json = {{"source",
                  plan.inputs == CalibrationInputs::Given ? given : std::string(name(plan.inputs))},
                 {"count", plan.count},
                 {"seed", plan.seed}};
    if (ranges.layers.empty())
        return json;
    if (!pictures.isEmpty())
        json["images"] = {
            {"name", pictures.name}, {"count", pictures.count}, {"sha256", pictures.sha256}};
    json["madeBy"] = ranges.madeBy;
    return json;
}

CalibrationPlan parseCalibrationPlan(const Json &json)
{
    CalibrationPlan plan;
    plan.count = json.at("count").get<int>();
    plan.seed = json.at("seed").get<std::uint64_t>();
    plan.inputs = parseInputs(json.value("source", kLatents));
    if (plan.count < 1)
        throw Error(ErrorKind::BadInput, "a calibration count below 1");
    return plan;
}

CalibratedRanges parseCalibrationRecord(const Json &json)
{
    CalibratedRanges record;
    record.madeBy = json.value("madeBy", "");
    if (!json.contains("images"))
        return record;
    const Json &images = json.at("images");
    record.pictures = {images.value("name", ""), images.at("count").get<std::size_t>(),
                       images.at("sha256").get<std::string>()};
    return record;
}

} // namespace quantloupe
