// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "commands.h"
#include "data/held_out.h"
#include "exchange/calibration_json.h"
#include "saved_configuration.h"
#include "tables.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace quantloupe::cli {

namespace {

void requireWork(const CompareRequest &request, const std::string &out)
{
    if (!out.empty() && std::filesystem::path(out).extension() != ".json")
        throw Error(ErrorKind::BadInput, "The configuration is a JSON file; give --out a name that "
                                         "ends in .json, not '" +
                                             out + "'.");
    const bool isQuantized = std::ranges::any_of(request.config.layers(), [](const auto &layer) {
        return !layer.second.activation.isFloat();
    });
    if (!isQuantized)
        throw Error(ErrorKind::BadInput, "The configuration quantizes no activation, so there is "
                                         "nothing to calibrate; give --set '*=a8' or the like.");
}

/// Calls `visit` with the layers that have a range, in execution order.
template <typename Visit>
void forEachRange(const CompareRequest &request, const CalibrationReport &report, Visit visit)
{
    for (const LayerInfo &layer : info(*request.generator).layers)
        if (const auto found = report.ranges.layers.find(layer.name);
            found != report.ranges.layers.end())
            visit(layer.name, found->second);
}

/// Given pictures are few, and all of them are for calibration.
std::string heldOutText(const CalibrationReport &report)
{
    const std::string text = "Held out: " + std::to_string(report.heldOutSamples);
    if (report.pictures > 0)
        return text + " drawn inputs, which are no pictures as those of calibration are.\n";
    return text + " samples of another stream (" + std::string(name(kHeldOutStream)) +
           ") than that of calibration.\n";
}

std::string rangesText(const CompareRequest &request, const CalibrationReport &report)
{
    Table table({"layer", "activation", "from", "to", "scale", "zero point", "clipped",
                 "clipped held-out"});
    forEachRange(request, report, [&](const std::string &layer, const CalibratedRange &calibrated) {
        const ActivationRange &range = calibrated.range;
        table.add({layer, toText(calibrated.spec), shortNumber(range.lowest()),
                   shortNumber(range.highest()), shortNumber(range.scale),
                   std::to_string(range.zeroPoint), percentText(range.clipped, 3),
                   percentText(report.heldOutClipped.at(layer), 3)});
    });
    return table.text() + heldOutText(report);
}

nlohmann::ordered_json rangesJson(const CompareRequest &request, const CalibrationReport &report)
{
    nlohmann::ordered_json layers = nlohmann::ordered_json::array();
    forEachRange(request, report, [&](const std::string &layer, const CalibratedRange &calibrated) {
        nlohmann::ordered_json json = {{"name", layer},
                                       {"activation", toText(calibrated.spec)},
                                       {"low", calibrated.range.lowest()},
                                       {"high", calibrated.range.highest()}};
        json.update(rangeJson(calibrated.range));
        json["clippedHeldOut"] = report.heldOutClipped.at(layer);
        layers.push_back(std::move(json));
    });
    return layers;
}

} // namespace

void runCalibrate(CommandContext &context, const CalibrateOptions &options)
{
    const GenerateOptions &given = options.request;
    const CompareRequest request = requestFor(context, given);
    requireWork(request, given.out);
    if (!given.out.empty())
        requireWritableFile(given.out);
    const CalibrationReport report =
        context.session.calibrate(request, context.run, CalibrationParts::RangesAndHeldOut);
    if (!given.out.empty())
        writeFileAtomically(
            given.out, toJson(timed(configurationFile(context, request, given, report.ranges))));
    if (!context.global.json) {
        std::cout << rangesText(request, report);
        return;
    }
    nlohmann::ordered_json answer = answerHead(context, "calibrate", *request.generator);
    answer["samplingPlan"] = samplingJson(request, given);
    answer["layers"] = rangesJson(request, report);
    answer["samples"] = {{"pictures", report.pictures}, {"drawn", report.drawn}};
    answer["heldOut"] = {{"samples", report.heldOutSamples},
                         {"stream", name(kHeldOutStream)},
                         {"seed", request.calibration.seed}};
    if (report.pictures > 0)
        answer["heldOut"]["inputs"] = "drawn";
    answer["seconds"] = report.seconds;
    answer["files"] = nlohmann::ordered_json::array();
    if (!given.out.empty())
        answer["files"].push_back(given.out);
    answer["warnings"] = context.notes;
    std::cout << answer.dump(2) << '\n';
}

} // namespace quantloupe::cli
