// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reading.h"

#include "base/error.h"
#include "model/template_readings.h"

#include <algorithm>

namespace quantloupe {

std::string assume(Architecture &architecture, const AssumptionChoices &choices,
                   const std::string &key, const std::string &fallback,
                   const std::vector<std::string> &accepted, const std::string &reason)
{
    const auto choice = choices.find(key);
    const std::string value = choice == choices.end() ? fallback : choice->second;
    if (!accepted.empty() && std::find(accepted.begin(), accepted.end(), value) == accepted.end()) {
        std::string list;
        for (const std::string &one : accepted)
            list += (list.empty() ? "" : ", ") + one;
        throw Error(ErrorKind::BadInput, "The assumption " + key + " cannot be '" + value +
                                             "'; choose one of " + list + ".");
    }
    architecture.assumptions.push_back({key, value, accepted, reason, choice != choices.end()});
    return value;
}

namespace {

/// A network known by its names needs no guess, and one that almost fits says more than the
/// reasons of all others.
std::optional<Architecture> knownNetwork(const StateDict &dict, const AssumptionChoices &choices)
{
    if (auto reading = saganReading(dict))
        return reading;
    if (auto reading = diStyleGanReading(dict))
        return reading;
    return styleGan2Reading(dict, choices);
}

} // namespace

std::vector<Architecture> readingsOf(const StateDict &dict, const AssumptionChoices &choices)
{
    if (auto known = knownNetwork(dict, choices))
        return {std::move(*known)};
    std::vector<Architecture> readings;
    std::string reasons;
    for (const auto reader : {sequentialReadings, residualReadings}) {
        try {
            for (Architecture &reading : reader(dict, choices))
                readings.push_back(std::move(reading));
        } catch (const Error &error) {
            if (error.kind() != ErrorKind::Unsupported)
                throw;
            if (reasons.find(error.what()) == std::string::npos)
                reasons += (reasons.empty() ? "" : "; ") + std::string(error.what());
        }
    }
    if (readings.empty())
        throw Error(ErrorKind::Unsupported, reasons);
    return readings;
}

} // namespace quantloupe
