// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// Counted from 1 in each store; never given twice.
using RunId = std::int64_t;

enum class RunState {
    Running,    ///< In some living process.
    Finished,   ///< With its report.
    Cancelled,  ///< By the user; what was found is there.
    Failed,     ///< With a sentence on why; what was found is there.
    Interrupted ///< Its process died; what was found is there.
};
std::string_view name(RunState state);

/// What a run is asked; all JSON is text.
struct RunRequest
{
    /// "metrics".
    std::string command;
    /// The words of the command line that repeats it, after the program's name and without what
    /// says where answers go; empty for what no command line can say.
    std::vector<std::string> words = {};
    /// Where those words' relative paths begin.
    std::string folder = {};
    /// All that the numbers depend on. The same question has the same hash.
    std::string request = "null";
    std::uint64_t seed = 0;
    /// Of libraries that compute, by name.
    std::string versions = "{}";
};

/// A generator by what is in its file.
struct StoredGenerator
{
    std::string sha256;
    std::string name;
    /// What its file is and what was assumed of it.
    std::string facts = "null";
};

/// How a run ended.
struct RunResult
{
    RunState state = RunState::Finished;
    /// The whole answer; none where the run did not come to its end.
    std::optional<std::string> report = {};
    std::optional<StoredGenerator> generator = {};
    /// Why it failed, in a sentence.
    std::string failure = {};
};

/// One line of a list.
struct RunSummary
{
    RunId id = 0;
    RunState state = RunState::Running;
    std::string command;
    std::vector<std::string> words;
    std::string generator;
    std::uint64_t seed = 0;
    /// Milliseconds since 1970, UTC.
    std::int64_t started = 0;
    /// 0 while it is running or where its process died.
    double seconds = 0;
    std::size_t cells = 0;
    bool hasReport = false;
    /// See kRunPicture.
    bool hasPicture = false;
    std::string note;
    std::vector<std::string> tags;
    bool isDeleted = false;
    /// Why it failed; empty for any other state.
    std::string failure;
};

/// All of a run but its cells, trials and thumbnails.
struct StoredRun
{
    RunSummary summary;
    std::string folder;
    std::string request;
    std::string requestHash;
    /// Of this program, and of libraries.
    std::string version;
    std::string versions;
    std::optional<StoredGenerator> generator;
    std::optional<std::string> report;
};

/// Key of the thumbnail that shows what a run is about.
inline constexpr const char *kRunPicture = "picture";

/// One value of a sweep. `key` names everything that the value depends on.
struct StoredCell
{
    std::string key;
    std::string json;
};

/// A configuration that was tried, and what it gave.
struct StoredTrial
{
    std::string configuration;
    std::string result;
};

/// Which runs to list; what is empty does not narrow.
struct RunFilter
{
    enum class Deleted { Without, Only, With };

    /// Found in the command line, the generator's name, the note or a tag, in any case.
    std::string text = {};
    std::string command = {};
    std::optional<RunState> state = {};
    std::string tag = {};
    std::string requestHash = {};
    Deleted deleted = Deleted::Without;
    /// The newest so many.
    std::size_t most = 1000000;
};

} // namespace quantloupe
