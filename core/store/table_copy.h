// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "store/sqlite_statement.h"
#include "store/store_schema.h"

namespace quantloupe {

/// What SQL reads of one table.
struct CopiedTable
{
    std::size_t copied = 0;
    /// Rows that were found, but not as they were written.
    std::size_t damaged = 0;
    /// False where damage hides rows, nobody knows how many.
    bool isWhole = true;
};

/// Copies each row of a table that may be damaged and that is as it was written, with its number.
/// Throws Cancelled, and Error as throwSqliteError() but for damage.
CopiedTable copyTable(SqliteConnection &from, SqliteConnection &to, const StoreTable &table,
                      const RunContext &context);

/// Adds a row of values ?1, ?2, ...: its number, unless that is the first column of `table`, and
/// all columns. A row whose number or key is there already is left out.
std::string insertion(const StoreTable &table);
/// How many columns a table has.
int columnsOf(const StoreTable &table);
/// Whether the number of a row is a column of `table`, the first one.
bool showsNumber(const StoreTable &table);
/// Runs a statement of `to` that writes rows, with its values; false where it writes none, as for
/// a row that is there already or breaks a rule of the table.
bool writeUnlessRefused(SqliteConnection &to, SqliteStatement &statement);

} // namespace quantloupe
