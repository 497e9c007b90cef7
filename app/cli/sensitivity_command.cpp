// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report_json.h"
#include "exchange/sensitivity_json.h"
#include "sensitivity_options.h"
#include "sensitivity_text.h"
#include "session/cell_file.h"
#include "session/sensitivity_run.h"

#include <iostream>
#include <memory>

namespace quantloupe::cli {

namespace {

/// What is known is looked up and what is measured is kept, unless the user forbids it.
SensitivityHooks hooksFor(const CommandContext &context, const CellFile *kept)
{
    SensitivityHooks hooks;
    if (kept)
        hooks.known = [kept](const CellKey &key) { return kept->find(key); };
    hooks.cell = [&context, kept](const SensitivityCell &cell, bool isKnown) {
        if (kept && !isKnown)
            kept->append(cell);
        if (!context.global.quiet && !context.global.json)
            std::cerr << cellText(cell) << '\n';
    };
    return hooks;
}

} // namespace

void runSensitivity(CommandContext &context, const SensitivityOptions &options)
{
    const SensitivityRequest request = sensitivityRequestFor(context, options);
    std::unique_ptr<const CellFile> kept;
    if (!context.global.noCache)
        kept = std::make_unique<const CellFile>(
            info(*request.generator),
            options.metrics.resume ? CellFile::Reading::KnownCells : CellFile::Reading::Nothing);
    const SensitivityReport report = quantloupe::runSensitivity(
        context.session, request, context.run, hooksFor(context, kept.get()));
    for (const std::string &sentence : report.notes)
        note(context, sentence);
    nlohmann::ordered_json answer = answerHead(context, "sensitivity", *request.generator);
    answer["samplingPlan"] = planJson(request.plan, request.calibration);
    answer.update(sensitivityJson(report));
    answer["unquantized"] = unquantizedJson(info(*request.generator));
    answer["warnings"] = context.notes;
    give(context, answer, sensitivityText(report));
}

} // namespace quantloupe::cli
