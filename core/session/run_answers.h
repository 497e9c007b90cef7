// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/config_search_request.h"
#include "session/recipe_run.h"
#include "session/sensitivity_request.h"
#include "store/stored_run.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace quantloupe {

using Warnings = std::vector<std::string>;

/// tool, version, command, seed and generator of every JSON answer (CLI.md).
nlohmann::ordered_json answerHead(const std::string &command, std::uint64_t seed,
                                  const GeneratorInfo &info);

/// The whole JSON answers of commands that measure; `warnings` are all that was said on the way.
nlohmann::ordered_json answerFor(const MetricsRequest &request, const MetricsReport &report,
                                 const Warnings &warnings);
nlohmann::ordered_json answerFor(const SensitivityRequest &request, const SensitivityReport &report,
                                 const Warnings &warnings);
nlohmann::ordered_json answerFor(const ConfigSearchRequest &request,
                                 const ConfigSearchReport &report, const Warnings &warnings);
nlohmann::ordered_json answerFor(const RecipeRequest &request, const RecipeReport &report,
                                 const Warnings &warnings);

/// A configuration of a search: its layers, size, and what was predicted and measured of it.
nlohmann::ordered_json trialJson(const ConfigSearchRequest &request, const SearchTrial &trial);
/// The configuration file of one that was searched for, with the locks and ties of the search.
std::string configurationText(const ConfigSearchRequest &request, const QuantConfig &config);

/// Of an answer, for the store.
StoredGenerator generatorIn(const nlohmann::ordered_json &answer);

} // namespace quantloupe
