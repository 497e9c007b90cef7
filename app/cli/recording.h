// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "store/run_store.h"

#include <functional>
#include <optional>
#include <string>

namespace quantloupe::cli {

/// A command that runs, as a run of a store. Values that are found one by one can be appended as
/// cells, and configurations that are tried as trials, which a process that is killed does not
/// lose.
class Recording
{
public:
    enum class Answer {
        Printed,
        Silent ///< Kept in the store only.
    };

    Recording(RunStore &store, const RunRequest &request, Answer answer);

    /// Keeps the command's answer; whether it is to be printed, too.
    bool take(const nlohmann::ordered_json &answer);
    /// What an earlier run found under a key that names everything the value depends on.
    std::optional<std::string> knownCell(const std::string &key) const;
    /// On the disk when they return.
    void appendCell(const std::string &key, const std::string &json);
    void appendTrial(const StoredTrial &trial);

    RunId run() const { return m_run; }
    /// With the answer that was taken.
    void finish();
    /// What was found stays; without anything the run never was.
    void end(RunState state);

private:
    RunStore &m_store;
    Answer m_answerTo;
    RunId m_run;
    std::optional<nlohmann::ordered_json> m_answer;
    bool m_hasFindings = false;
};

using Command = std::function<void(CommandContext &)>;

/// Runs a command as a run of the store. A failed one leaves what it found.
RunId runRecorded(CommandContext &context, RunStore &store, const RunRequest &request,
                  Recording::Answer answer, const Command &command);

/// Whether --store keeps the runs of this command.
bool isRecorded(const std::string &command);

/// What a parsed command line asks, for a store: `arguments` are those of the program.
RunRequest runRequestFor(const CLI::App &app, std::vector<std::string> arguments,
                         std::uint64_t seed);

/// Without the options of these names, up to a word "--"; values stand behind '=' or, of
/// `withValue`, in the next word.
std::vector<std::string> withoutOptions(const std::vector<std::string> &words,
                                        const std::vector<std::string> &flags,
                                        const std::vector<std::string> &withValue);

} // namespace quantloupe::cli
