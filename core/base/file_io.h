// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// Paths may also be of embedded files (base/embedded_files.h), except for writing.
///
/// The whole file. Throws Error{Io} when it is missing, a directory, not readable, and
/// Error{BadInput} when it is larger than `limit` bytes.
std::vector<std::byte> readFile(const std::filesystem::path &path, std::uint64_t limit);
std::string readTextFile(const std::filesystem::path &path, std::uint64_t limit = 64 << 20);

/// Throws Error{Io} naming the reason unless `path` is a regular file this user may read.
void requireReadableFile(const std::filesystem::path &path);

/// To be asked before long work whose result goes to `path`: throws what writeFileAtomically()
/// would, and Error{BadInput} for a folder. Leaves nothing behind.
void requireWritableFile(const std::filesystem::path &path);

/// Writes beside the target, flushes to disk and renames, so that the target is either the old
/// file or the whole new one. Throws Error{Io} with the system's reason and leaves nothing behind.
void writeFileAtomically(const std::filesystem::path &path, std::span<const std::byte> bytes);
void writeFileAtomically(const std::filesystem::path &path, std::string_view text);

} // namespace quantloupe
