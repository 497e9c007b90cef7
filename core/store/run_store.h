// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stored_run.h"

#include <map>
#include <memory>
#include <span>

namespace quantloupe {

/// All runs of a project in one SQLite file: what was asked, what was found, and when. What a call
/// wrote is on the disk when it returns, and a process that is killed loses nothing of it. Several
/// programs may use a file at a time; any thread may use an object. All throw Error: BadInput for a
/// file that is no store, is newer than this program or damaged, Io for one that cannot be written.
class RunStore
{
public:
    enum class Missing { Create, Refuse };

    /// Reads all of the file once, to know that it is intact: how it is built, and the sum of each
    /// row. Notes, tags and how a run ended may change and carry no sum: damage within their text
    /// is not seen. Runs of processes that died become interrupted here and in every list.
    explicit RunStore(const std::filesystem::path &file, Missing missing = Missing::Create);
    /// In memory; lost with the object.
    static RunStore temporary();
    RunStore(RunStore &&other) noexcept;
    /// What is still running becomes interrupted.
    ~RunStore();

    const std::filesystem::path &file() const;

    // While something runs.
    RunId beginRun(const RunRequest &request);
    /// Of a run of this object. The same key again replaces the value. `key` is not empty, `json`
    /// at most 64 MiB.
    void appendCell(RunId run, const std::string &key, const std::string &json);
    void appendTrial(RunId run, const StoredTrial &trial);
    /// A PNG of at most 4 MiB, under a key as a cell's.
    void setThumbnail(RunId run, const std::string &key, std::span<const std::byte> png);
    void finishRun(RunId run, const RunResult &result);
    /// As if a run of this object had never begun, with all that it found.
    void discardRun(RunId run);

    // What is known.
    /// Newest first.
    std::vector<RunSummary> list(const RunFilter &filter = {});
    /// Throws Error{BadInput} if there is no such run, like all that follow.
    StoredRun show(RunId run);
    /// In the order in which they were appended.
    std::vector<StoredCell> cells(RunId run);
    std::vector<StoredTrial> trials(RunId run);
    std::optional<std::vector<std::byte>> thumbnail(RunId run, const std::string &key);
    /// By key: what runs of the same question found with this version of the program; the newest
    /// value of each. Deleted runs count for nothing here and in knownCell().
    std::map<std::string, std::string> knownCells(const std::string &requestHash);
    /// What any run found under this key with this version of the program.
    std::optional<std::string> knownCell(const std::string &key);

    // Order.
    /// At most 64 KiB; empty for none.
    void setNote(RunId run, const std::string &note);
    /// Instead of those there were. Each of 1 to 64 bytes in one line.
    void setTags(RunId run, const std::vector<std::string> &tags);
    /// Until restore(); one that runs cannot be deleted.
    void remove(RunId run);
    void restore(RunId run);
    /// Removes for good what was deleted; how many runs.
    std::size_t purge();

private:
    struct Data;
    explicit RunStore(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// By which the same question is found again; `request` is JSON.
std::string requestHash(const std::string &request);

/// The store that programs use unless told otherwise, in the user's data folder; empty where there
/// is none.
std::filesystem::path usualStore();

} // namespace quantloupe
