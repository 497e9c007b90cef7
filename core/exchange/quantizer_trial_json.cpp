// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/quantizer_trial_json.h"

#include "exchange/optional_json.h"

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Json rowJson(const QuantizerTrial &trial)
{
    const WeightNumbers &numbers = trial.numbers;
    Json json = {{"spec", toText(trial.spec)},
                 {"method", name(trial.spec.method)},
                 {"bits", trial.spec.bits},
                 {"mse", numbers.meanSquaredError},
                 {"sqnr", valueOrNull(numbers.sqnr)},
                 {"occupancy", valueOrNull(numbers.occupancy)},
                 {"entropy", valueOrNull(numbers.entropy)},
                 {"clipped", valueOrNull(numbers.clipped)},
                 {"ms", trial.seconds * 1e3}};
    if (numbers.absence != Absence::None)
        json["reason"] = reasonFor(numbers.absence);
    return json;
}

} // namespace

Json trialsJson(std::span<const QuantizerTrial> trials)
{
    Json rows = Json::array();
    for (const QuantizerTrial &trial : trials)
        rows.push_back(rowJson(trial));
    return rows;
}

} // namespace quantloupe
