// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_cells.h"
#include "sensitivity_options.h"
#include "sensitivity_text.h"
#include "session/run_answers.h"
#include "session/sensitivity_run.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

SensitivityHooks hooksFor(const CommandContext &context, const KeptCells &kept)
{
    SensitivityHooks hooks;
    hooks.known = [&kept](const CellKey &key) { return kept.find(key); };
    hooks.cell = [&context, &kept](const SensitivityCell &cell, bool isKnown) {
        kept.keep(cell, isKnown);
        if (!context.global.quiet && !context.global.json)
            std::cerr << cellText(cell) << '\n';
    };
    return hooks;
}

} // namespace

void runSensitivity(CommandContext &context, const SensitivityOptions &options)
{
    const SensitivityRequest request = sensitivityRequestFor(context, options);
    const KeptCells kept(context, info(*request.generator), options.metrics.resume);
    const SensitivityReport report =
        quantloupe::runSensitivity(context.session, request, context.run, hooksFor(context, kept));
    for (const std::string &sentence : report.notes)
        note(context, sentence);
    give(context, answerFor(request, report, context.notes), sensitivityText(report));
}

} // namespace quantloupe::cli
