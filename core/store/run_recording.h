// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/run_store.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quantloupe {

/// A run of a store while it goes on. What is found one by one is on the disk when these return,
/// which a process that is killed does not lose. For one thread. Throws as RunStore.
class RunRecording
{
public:
    /// What becomes of a run that was stopped before it found anything.
    enum class Empty { Discarded, Kept };

    RunRecording(RunStore &store, const RunRequest &request, Empty empty);

    /// What an earlier run found under a key that names everything the value depends on.
    std::optional<std::string> knownCell(const std::string &key) const;
    /// Each key once; the same key has the same value.
    void appendCell(const StoredCell &cell);
    void appendTrial(const StoredTrial &trial);
    /// What shows what the run is about, a PNG as of RunStore::setThumbnail(). The run does not
    /// depend on it: one that cannot be made or kept, or whose making is cancelled, is left out.
    void keepPicture(const std::function<std::vector<std::byte>()> &make) noexcept;

    RunId run() const { return m_run; }
    void finish(const RunResult &result);
    /// What was found stays; `failure` is the sentence of one that failed.
    void end(RunState state, const std::string &failure = {});

private:
    RunStore &m_store;
    Empty m_empty;
    RunId m_run;
    std::set<std::string> m_cells;
    bool m_hasFindings = false;
};

} // namespace quantloupe
