// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/run_question.h"
#include "session/config_search_request.h"
#include "session/recipe_run.h"
#include "session/sensitivity_request.h"
#include "store/stored_run.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quantloupe {

/// The run of a command: `words` are its line without the program's name, empty where no command
/// says it, and `options` what it asks. Relative paths begin in the present folder.
RunRequest runRequest(const std::string &command, const AskedOptions &options,
                      const std::vector<std::string> &words, std::uint64_t seed);

/// Values that are found one by one, as cells: of a sweep, and of a paper's experiment.
std::string storedKey(const CellKey &key);
StoredCell storedCell(const SensitivityCell &cell);
StoredCell storedRow(const RecipeRow &row);
/// With what was predicted and, once it is, measured.
StoredTrial storedTrial(const ConfigSearchRequest &request, const SearchTrial &trial);

/// The answers that commands give of the same, for a finished run; `words` as of runRequest().
RunResult finishedRun(const MetricsRequest &request, const MetricsReport &report,
                      const std::vector<std::string> &words);
RunResult finishedRun(const SensitivityRequest &request, const SensitivityReport &report,
                      const std::vector<std::string> &words);
RunResult finishedRun(const ConfigSearchRequest &request, const ConfigSearchReport &report,
                      const std::vector<std::string> &words);
RunResult finishedRun(const RecipeRequest &request, const RecipeReport &report,
                      const std::vector<std::string> &words);

} // namespace quantloupe
