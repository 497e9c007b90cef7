// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "exchange/quantizer_trial_json.h"
#include "session/quantizer_trials.h"
#include "tables.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

std::string trialsText(const std::vector<QuantizerTrial> &trials)
{
    Table table(
        {"quantizer", "mean squared error", "SQNR dB", "occupancy", "entropy", "clipped", "ms"});
    for (const QuantizerTrial &trial : trials)
        table.add({toText(trial.spec), shortNumber(trial.numbers.meanSquaredError),
                   numberText(trial.numbers.sqnr, 2), percentText(trial.numbers.occupancy, 2),
                   numberText(trial.numbers.entropy, 2), percentText(trial.numbers.clipped, 2),
                   numberText(trial.seconds * 1e3, 2)});
    return table.text();
}

} // namespace

void runQuantizers(CommandContext &context, const QuantizersOptions &options)
{
    const GeneratorPtr generator = openGenerator(context, options.generator);
    const Granularity granularity = *std::ranges::find_if(
        granularities(), [&](Granularity each) { return name(each) == options.granularity; });
    std::vector<QuantizerTrial> trials = tryQuantizers(
        *generator, options.layer, trialSpecs(options.bits, granularity), context.run);
    sortTrials(trials);
    nlohmann::ordered_json answer = answerHead(context, "quantizers", *generator);
    answer["layer"] = options.layer;
    answer["granularity"] = options.granularity;
    answer["rows"] = trialsJson(trials);
    answer["warnings"] = context.notes;
    give(context, answer, trialsText(trials));
}

} // namespace quantloupe::cli
