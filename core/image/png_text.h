// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace quantloupe {

/// The file can be read and starts as every PNG does.
bool isPngFile(const std::filesystem::path &path);

/// The text of the first iTXt chunk with this keyword, plain or compressed; nothing if the picture
/// has none. Chunks are walked over without being read, so that a large picture costs nothing.
/// Throws Error{BadInput} for a file that is no PNG, ends within a chunk, fails a checksum, or
/// whose text is longer than 64 MiB; Error{Io} if it cannot be read.
std::optional<std::string> readPngText(const std::filesystem::path &path, std::string_view keyword);

} // namespace quantloupe
