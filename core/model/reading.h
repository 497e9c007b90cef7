// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/architecture.h"
#include "model/archive/state_dict.h"

#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// The user's word on assumptions: key -> value, as in --assume KEY=VALUE.
using AssumptionChoices = std::map<std::string, std::string>;

/// Every network the tensors of `dict` could be, likeliest first: one of those known by name
/// (template_readings.h), else sequential generators (any naming; linear or 1x1 projection; plain,
/// grouped and transposed convolutions; batch or instance norm; self-attention), perceptrons, both
/// also with an embedding of a class, residual image-to-image networks. Weights may stand behind
/// spectral or weight norm.
/// Throws Error{Unsupported} with the reason when none fits.
std::vector<Architecture> readingsOf(const StateDict &dict, const AssumptionChoices &choices);

std::vector<Architecture> sequentialReadings(const StateDict &dict,
                                             const AssumptionChoices &choices);
std::vector<Architecture> residualReadings(const StateDict &dict, const AssumptionChoices &choices);

/// The chosen value of an assumption, noted in `architecture`; `fallback` where the user said
/// nothing. Throws Error{BadInput} if the choice is not among `accepted` (non-empty).
std::string assume(Architecture &architecture, const AssumptionChoices &choices,
                   const std::string &key, const std::string &fallback,
                   const std::vector<std::string> &accepted, const std::string &reason);

} // namespace quantloupe
