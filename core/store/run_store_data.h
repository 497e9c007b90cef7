// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/run_lock.h"
#include "store/run_store.h"
#include "store/sqlite_connection.h"

#include <chrono>
#include <mutex>

namespace quantloupe {

/// A run of this object.
struct RunningRun
{
    /// None in memory.
    std::unique_ptr<RunLock> lock;
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
};

struct RunStore::Data
{
    Data(const std::filesystem::path &file, SqliteConnection::Mode mode, bool isInMemory)
        : connection(file, mode), inMemory(isInMemory)
    {
    }

    /// Runs whose process died become interrupted.
    void settle();
    void requireRun(RunId run);
    /// Throws Error{Internal} unless it is a run of this object.
    void requireRunning(RunId run) const;
    /// Lets go of the lock, too.
    void end(RunId run, RunState state, const std::string &failure = {});

    std::recursive_mutex mutex;
    SqliteConnection connection;
    bool inMemory = false;
    std::map<RunId, RunningRun> running;
};

} // namespace quantloupe
