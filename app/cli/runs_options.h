// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "store/run_store.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe::cli {

struct RunsOptions
{
    std::string action;
    std::optional<RunId> run;
    /// A note or tags.
    std::vector<std::string> words;
    // Which runs `list` shows.
    std::string text;
    std::string command;
    std::string state;
    std::string tag;
    bool deleted = false;
    std::optional<std::size_t> most;
    /// `repeat`: say the command instead of running it.
    bool print = false;
    /// `show`: where the run's picture goes; empty for nowhere.
    std::string picture;
};

/// Runs the words of a command line as a run of the store; the number of that run. Throws
/// Error{BadInput} for words that are no command of this program.
using RunAgain = std::function<RunId(CommandContext &context, RunStore &store,
                                     const std::vector<std::string> &words, bool isSilent)>;

void addTo(CLI::App &command, RunsOptions &options);

void runRuns(CommandContext &context, const RunsOptions &options, const RunAgain &again);

} // namespace quantloupe::cli
