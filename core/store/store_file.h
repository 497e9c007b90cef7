// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite_connection.h"

#include <functional>

namespace quantloupe {

/// A run store that is made beside its place and gets there whole, or not at all. `fill` writes its
/// first rows. False if another program made `file` in the meantime; then nothing is changed. What
/// a store of this name that was removed left beside it (FILE-wal) is moved aside, to FILE-wal.old.
/// Throws Error{Io}, also while a program still keeps a run in the one that was removed.
bool createStoreFile(const std::filesystem::path &file,
                     const std::function<void(SqliteConnection &)> &fill);

/// Opens a store that is there and checks what it is, that it is intact and that every row that
/// carries a sum is as it was written. Throws Error{BadInput}
/// with a sentence on what is wrong with it.
void requireStoreFile(SqliteConnection &connection);

} // namespace quantloupe
