// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite_connection.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace quantloupe {

/// A table of a run store. Its rows carry a sum of what never changes in them, so that damage that
/// SQLite cannot see is found.
struct StoreTable
{
    const char *name;
    const char *definition;
    /// All columns, for copying; the first `summed` ones make the sum, which is the next one. 0 for
    /// a table without sums.
    const char *columns;
    int summed;
};

/// In an order in which rows come after those that they name.
std::span<const StoreTable> storeTables();

/// "QLRS" in the header of the file.
inline constexpr std::uint32_t kStoreApplication = 0x514c5253;
/// Of what this program writes, and the only one it reads.
inline constexpr int kStoreVersion = 2;

/// Makes the tables of an empty file.
void createStoreSchema(SqliteConnection &connection);

/// Throws Error{BadInput} unless the file says that it is a run store that this program can read.
void requireStoreMarks(SqliteConnection &connection);
/// The same unless it holds the tables of a store and nothing else.
void requireStoreTables(SqliteConnection &connection);

/// Throws Error{BadInput} if SQLite finds the file damaged. Reads all of it.
void requireIntact(SqliteConnection &connection);

} // namespace quantloupe
