// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/run_store.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace quantloupe::cli {

/// The command of a run, for a shell in any folder; empty where it cannot be said in words.
std::string shellLineOf(const StoredRun &run);

std::string runsText(const std::vector<RunSummary> &runs);
std::string runText(const StoredRun &run);

/// Of texts of files that others may have made: signs that would steer a terminal become '?'.
std::string printable(const std::string &text);

nlohmann::ordered_json runJson(const RunSummary &run);
/// With request, versions, report, cells and trials.
nlohmann::ordered_json runJson(const StoredRun &run, const std::vector<StoredCell> &cells,
                               const std::vector<StoredTrial> &trials);

} // namespace quantloupe::cli
