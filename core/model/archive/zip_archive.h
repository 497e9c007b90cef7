// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quantloupe {

struct ZipMember
{
    std::string_view name;
    std::uint16_t method = 0;
    std::uint32_t checksum = 0;
    std::uint64_t packedSize = 0;
    std::uint64_t size = 0;
    std::uint64_t headerOffset = 0;
};

/// A member's contents: a view of the archive if it is stored, else of `inflated`.
struct ZipContent
{
    std::vector<std::byte> inflated;
    std::span<const std::byte> bytes;
    /// Whether the CRC-32 of the directory matches.
    bool checksumMatches = true;
};

/// The members of a zip archive (zip64 included, stored or deflated), read from memory that
/// outlives this object. Each declared size is checked against the archive and against what
/// deflate can expand to, and their sum against 16 GiB and 100 times the archive's size (64 MiB if
/// that is more), before anything is allocated.
class ZipArchive
{
public:
    /// Reads the directory. Throws Error{BadInput|Unsupported} naming `file`.
    ZipArchive(std::span<const std::byte> bytes, std::string file);

    const std::vector<ZipMember> &members() const { return m_members; }
    const ZipMember *find(std::string_view name) const;
    /// Throws Error{BadInput} unless the contents have exactly the declared size.
    ZipContent read(const ZipMember &member) const;

private:
    void checkSizes() const;
    void indexNames();
    std::span<const std::byte> packedBytes(const ZipMember &member) const;

    std::span<const std::byte> m_bytes;
    std::string m_file;
    std::vector<ZipMember> m_members;
    std::unordered_map<std::string_view, std::size_t> m_index;
};

/// The member list of the central directory, unchecked except for its bounds.
std::vector<ZipMember> readZipDirectory(std::span<const std::byte> bytes, std::string_view file);

} // namespace quantloupe
