// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stored_run.h"

namespace quantloupe {

/// Tells other programs that a run is going on: a file beside the store, locked as long as this
/// object lives. The system lets go of the lock of a process that dies, whatever it dies of.
class RunLock
{
public:
    /// Throws Error{Io} if the file cannot be made.
    RunLock(const std::filesystem::path &store, RunId run);
    /// Held while a store is made; waits for others who make the same.
    static RunLock ofCreation(const std::filesystem::path &store);
    ~RunLock();
    RunLock(const RunLock &) = delete;
    RunLock &operator=(const RunLock &) = delete;

    /// Whether some process holds the lock of this run.
    static bool isHeld(const std::filesystem::path &store, RunId run);
    /// Whether some process holds the lock of any run.
    static bool isAnyHeld(const std::filesystem::path &store);
    /// What a process that died left behind.
    static void removeLeftover(const std::filesystem::path &store, RunId run);

private:
    /// One that is held already.
    RunLock(std::filesystem::path file, int descriptor);

    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace quantloupe
