// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/version.h"
#include "commands.h"
#include "skipped_pictures.h"
#include "tables.h"

#include <cmath>
#include <iostream>

namespace quantloupe::cli {

namespace {

TrainRequest requestFor(const CommandContext &context, const TrainOptions &options)
{
    TrainRequest request = options.request;
    request.preparation.crop = options.crop == "center" ? Crop::Center : Crop::None;
    request.preparation.filter = parseResizeFilter(options.filter);
    request.upsampling = parseUpsampling(options.upsampling);
    request.loop.loss = parseAdversarialLoss(options.loss);
    request.loop.seed = context.global.seed;
    if (options.decayFrom)
        request.loop.decay = {*options.decayFrom, request.steps};
    request.threads = context.global.threads;
    request.out = options.out;
    return request;
}

nlohmann::ordered_json answerFor(const TrainRequest &request, const TrainReport &report)
{
    nlohmann::ordered_json answer = {{"tool", "quantloupe"},
                                     {"version", kVersion},
                                     {"command", "train"},
                                     {"seed", request.loop.seed},
                                     {"dataset", request.dataset},
                                     {"architecture", request.architecture},
                                     {"steps", report.steps},
                                     {"resumedFrom", report.resumedFrom},
                                     {"images", report.pictures},
                                     {"classes", report.classes},
                                     {"skipped", report.skipped},
                                     {"parameters",
                                      {{"generator", report.generatorParameters},
                                       {"discriminator", report.discriminatorParameters}}},
                                     {"seconds", report.seconds},
                                     {"files", report.files}};
    for (const auto &[column, value] : report.losses)
        answer["losses"][column] = value;
    return answer;
}

std::string textFor(const TrainReport &report)
{
    const std::int64_t fresh = report.steps - report.resumedFrom;
    std::string text = std::to_string(report.steps) + " steps";
    if (report.resumedFrom > 0)
        text += ", " + std::to_string(report.resumedFrom) + " of them from the checkpoint";
    if (fresh > 0)
        text += ", " + numberText(report.seconds / static_cast<double>(fresh), 3) + " s each";
    text += "\n" + std::to_string(report.pictures) + " pictures" +
            (report.classes > 0 ? " in " + std::to_string(report.classes) + " classes" : "") +
            "; generator " + countText(static_cast<double>(report.generatorParameters)) +
            " parameters, discriminator " +
            countText(static_cast<double>(report.discriminatorParameters)) + "\n";
    for (const auto &[column, value] : report.losses)
        text += column + " " + numberText(value, 4) + "\n";
    for (const std::string &file : report.files)
        text += file + "\n";
    return text + skippedText(report.skipped);
}

} // namespace

void runTrain(CommandContext &context, const TrainOptions &options)
{
    const TrainRequest request = requestFor(context, options);
    const TrainReport report = context.session.train(request, context.run);
    for (const std::string &skipped : report.skipped)
        note(context, skipped);
    if (context.global.json)
        std::cout << answerFor(request, report).dump(2) << '\n';
    else
        std::cout << textFor(report);
}

} // namespace quantloupe::cli
