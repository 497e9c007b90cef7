// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace quantloupe {

/// Texts and pictures above it are neither written nor read.
inline constexpr int kLargestStoredBytes = 64 << 20;

/// What SQLite's result `code` (extended or not) means for the user of `file`; `detail` is SQLite's
/// own text. Always throws Error: BadInput for a file that is no store or is damaged, Io for one
/// that is in use or cannot be written.
[[noreturn]] void throwSqliteError(const std::filesystem::path &file, int code,
                                   const std::string &detail);

/// Whether a result code says that what is in the file cannot be read: throwSqliteError() throws
/// BadInput for it.
bool meansDamage(int code);

/// The Error of a file that is certainly no store: recovery would find nothing in it.
[[noreturn]] void throwNoStore(const std::filesystem::path &file);

/// The Error of a store whose contents are not what was written.
[[noreturn]] void throwDamagedStore(const std::filesystem::path &file, const std::string &detail);

} // namespace quantloupe
