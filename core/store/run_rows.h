// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite_statement.h"
#include "store/store_schema.h"
#include "store/stored_run.h"

namespace quantloupe {

/// "SELECT all columns of `table` FROM it".
std::string selectAll(std::string_view table);

/// Of a row of all columns of `table`. Throws Error{BadInput}: damaged, like all of these, if it is
/// not as it was written.
void requireAsWritten(SqliteConnection &connection, std::string_view table,
                      const SqliteStatement &row);

/// The same of every row that carries a sum. Reads them all: some 5 ms a MB.
void requireRowsAsWritten(SqliteConnection &connection);

/// A column of JSON, as text that can be parsed.
std::string jsonColumn(SqliteConnection &connection, const SqliteStatement &row, int column);

/// A row of all columns of "runs". Leaves out what other tables hold: generator's name, tags,
/// number of cells, whether there is a report.
RunSummary summaryOf(SqliteConnection &connection, const SqliteStatement &row);
/// The same row with the rest of its columns.
StoredRun runOf(SqliteConnection &connection, const SqliteStatement &row);

/// Of the file with this hash.
std::optional<StoredGenerator> generatorOf(SqliteConnection &connection, const std::string &sha256);

} // namespace quantloupe
