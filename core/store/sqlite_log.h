// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <cstdint>
#include <filesystem>
#include <unordered_map>

namespace quantloupe {

/// What a SQLite file's write-ahead log (FILE-wal) adds to the file: all up to the last commit that
/// is whole.
struct SqliteLog
{
    /// In bytes; 0 where there is no log, or nothing in it.
    std::uint32_t pageSize = 0;
    /// Of the file after the last commit.
    std::uint32_t pages = 0;
    /// By number of a page, where its newest contents begin in the log.
    std::unordered_map<std::uint32_t, std::uint64_t> places;
};

/// Reads all of the log; keeps one page of it in memory. Throws Cancelled.
SqliteLog readSqliteLog(const std::filesystem::path &log, const RunContext &context);

} // namespace quantloupe
