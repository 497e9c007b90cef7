// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite_pages.h"
#include "store/sqlite_statement.h"

#include <map>
#include <set>
#include <string>

namespace quantloupe {

/// Adds to the store `to`, in which is what SQL read of a damaged one, the rows of the tables
/// `incomplete` that lie in its pages and carry their right sum; returns how many by table. Tables
/// without sums get none.
///
/// Rows that were removed or changed lie in pages of no use until those are written again. So that
/// they do not come back:
/// - Pages that are free are not read (SqlitePages::freePages()).
/// - What SQL read stays. Of two rows with one number or key the one in the newer page is kept, as
///   far as the log tells; a run that ended comes after the same one while it was running.
/// - Where all runs could be read, a row of another run was removed with it.
/// Only where damage takes the list of free pages, too, may a row come back that was removed.
///
/// Throws Cancelled, and Error as throwSqliteError().
std::map<std::string, std::size_t> rescueRows(SqlitePages &pages, SqliteConnection &to,
                                              const std::set<std::string> &incomplete,
                                              const RunContext &context);

} // namespace quantloupe
