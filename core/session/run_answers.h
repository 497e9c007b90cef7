// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"
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
/// The best of a search, with the search's locks and ties, chosen by it but for locked layers, and
/// with what was measured of it on unseen samples where it is within the bound.
ConfigFile bestFile(const ConfigSearchRequest &request, const ConfigSearchReport &report);

/// Of an answer, for the store.
StoredGenerator generatorIn(const nlohmann::ordered_json &answer);

} // namespace quantloupe
