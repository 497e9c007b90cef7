// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace quantloupe {

/// What could be saved of a damaged run store.
struct RecoveredStore
{
    /// The new file.
    std::filesystem::path file;
    /// Rows by table: "runs", "cells", "reports", "trials", "thumbnails", ...
    std::map<std::string, std::size_t> rows;
    /// Rows that were found, but not as they were written.
    std::size_t damaged = 0;
    /// Tables of which damage hides rows: how many were lost, if any, nobody knows. Names as those
    /// of `rows`.
    std::set<std::string> incomplete;
    /// Runs of which only results were found; they are there without their command.
    std::size_t nameless = 0;
};

/// Copies every intact row into a new store beside `file`, named NAME-recovered, with a number
/// where that is taken: what SQL reads and, where damage hides a part of a table, what its pages
/// hold (see rescueRows()), even without the first one. Tags, which have no sums, are what SQL
/// reads. `file` stays as it is; it may be intact. Throws Error{BadInput} for what is no store, is
/// newer than this program, or holds no run and no result that can be read.
RecoveredStore recoverStore(const std::filesystem::path &file, const RunContext &context);

} // namespace quantloupe
