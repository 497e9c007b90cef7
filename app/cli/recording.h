// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "store/run_recording.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace quantloupe::cli {

/// A command that runs, as a run of a store.
class Recording : public RunRecording
{
public:
    enum class Answer {
        Printed,
        Silent ///< Kept in the store only.
    };

    Recording(RunStore &store, const RunRequest &request, Answer answer);

    /// Keeps the command's answer; whether it is to be printed, too.
    bool take(const nlohmann::ordered_json &answer);
    /// Only where the answer is for people.
    void keepPicture(const std::function<std::vector<std::byte>()> &make) noexcept;
    /// With the answer that was taken.
    void finish();

private:
    Answer m_answerTo;
    std::optional<nlohmann::ordered_json> m_answer;
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

/// The store to read: that of --store, or the usual one. Throws Error{BadInput} where there is
/// none.
std::filesystem::path storeFile(const CommandContext &context);

} // namespace quantloupe::cli
