// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quantloupe {

/// Parts of SQLite's file format (https://www.sqlite.org/fileformat2.html), of files that may hold
/// anything: nothing here trusts a number that it reads.
namespace sqlite_format {

using Bytes = std::span<const std::byte>;

/// Of the file, at the beginning of its first page.
inline constexpr std::size_t kHeaderBytes = 100;
inline constexpr std::uint32_t kSmallestPage = 512;
inline constexpr std::uint32_t kLargestPage = 65536;
/// Less of a page is never used for rows.
inline constexpr std::uint32_t kLeastUsable = 480;

/// Big-endian; 0 where the number is not all within `bytes`.
std::uint32_t number16(Bytes bytes, std::size_t offset);
std::uint32_t number32(Bytes bytes, std::size_t offset);

/// The number of one to nine bytes at `offset`, which is moved behind it. Absent where it is not
/// all within `bytes`.
std::optional<std::uint64_t> takeVarint(Bytes bytes, std::size_t &offset);

/// Where the cells of a leaf page of a table begin within it; empty for any other page and for one
/// whose list of cells cannot be right. `usable` is the page without its reserved end; `header` is
/// kHeaderBytes in the first page of the file, else 0.
std::vector<std::uint32_t> leafCells(Bytes usable, std::size_t header);

/// What a page says if it is one of the list of free pages.
struct Trunk
{
    /// 0 for the last one.
    std::uint32_t next = 0;
    std::vector<std::uint32_t> free;
};
/// Absent where a page cannot be one in a file of `pages` pages.
std::optional<Trunk> trunkIn(Bytes usable, std::uint32_t pages);

} // namespace sqlite_format

} // namespace quantloupe
