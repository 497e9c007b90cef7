// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_io.h"
#include "base/version.h"
#include "commands.h"
#include "tables.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

nlohmann::ordered_json answerFor(const AttributeTrainRequest &request,
                                 const AttributeTrainReport &report)
{
    nlohmann::ordered_json answer = {{"tool", "quantloupe"},
                                     {"version", kVersion},
                                     {"command", "train-features"},
                                     {"seed", request.seed},
                                     {"steps", report.steps},
                                     {"parameters", report.parameters},
                                     {"firstLoss", report.firstLoss},
                                     {"lastLoss", report.lastLoss},
                                     {"accuracies", nlohmann::ordered_json::object()},
                                     {"seconds", report.seconds},
                                     {"files", {request.out.string()}}};
    for (const auto &[question, share] : report.accuracies)
        answer["accuracies"][question] = share;
    return answer;
}

std::string textFor(const AttributeTrainRequest &request, const AttributeTrainReport &report)
{
    std::string text = std::to_string(report.steps) + " steps, " +
                       countText(static_cast<double>(report.parameters)) + " parameters; loss " +
                       numberText(report.firstLoss, 3) + " at first, " +
                       numberText(report.lastLoss, 3) +
                       " at last\nright answers to pictures that were not trained on:\n";
    for (const auto &[question, share] : report.accuracies)
        text += "  " + question + " " + numberText(100 * share, 3) + " %\n";
    return text + request.out.string() + "\n";
}

} // namespace

void runTrainFeatures(CommandContext &context, const AttributeTrainRequest &options)
{
    requireWritableFile(options.out);
    AttributeTrainRequest request = options;
    request.seed = context.global.seed;
    request.threads = context.global.threads;
    const AttributeTrainReport report = context.session.trainFeatures(request, context.run);
    if (context.global.json)
        std::cout << answerFor(request, report).dump(2) << '\n';
    else
        std::cout << textFor(request, report);
}

} // namespace quantloupe::cli
