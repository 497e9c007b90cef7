// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/zip_archive.h"

#include "model/archive/byte_reader.h"
#include "model/archive/inflate.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint64_t kMaximumTotal = 16ULL << 30;
constexpr std::uint64_t kAlwaysAllowedTotal = 64ULL << 20;
constexpr std::uint64_t kMaximumExpansion = 100;
// Deflate codes at most 258 bytes in 2 bits.
constexpr std::uint64_t kDeflateLimit = 1032;

std::string quoted(std::string_view name)
{
    return "'" + printable(name) + "'";
}

} // namespace

ZipArchive::ZipArchive(std::span<const std::byte> bytes, std::string file)
    : m_bytes(bytes), m_file(std::move(file)), m_members(readZipDirectory(m_bytes, m_file))
{
    checkSizes();
    indexNames();
}

void ZipArchive::checkSizes() const
{
    const std::uint64_t limit =
        std::min(kMaximumTotal,
                 std::max<std::uint64_t>(kAlwaysAllowedTotal, kMaximumExpansion * m_bytes.size()));
    std::uint64_t total = 0;
    for (const ZipMember &member : m_members) {
        if (member.method != kStored && member.method != kDeflated)
            throwUnsupportedArchive(m_file, "packs its member " + quoted(member.name) +
                                                " in a way other than deflate; save it again with "
                                                "torch.save.");
        if (member.packedSize > m_bytes.size())
            throwCutShort(m_file, "its member " + quoted(member.name));
        const bool possible = member.method == kStored
                                  ? member.size == member.packedSize
                                  : member.size / kDeflateLimit <= member.packedSize;
        if (!possible)
            throwBadArchive(m_file, "declares an impossible size of its member " +
                                        quoted(member.name) +
                                        "; it was damaged, copy or "
                                        "download it again.");
        if (member.size > limit - total)
            throwBadArchive(m_file, "would expand to more than " + std::to_string(limit >> 20) +
                                        " MiB, which is not plausible for its size; it is "
                                        "refused.");
        total += member.size;
    }
}

void ZipArchive::indexNames()
{
    m_index.reserve(m_members.size());
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (!m_index.emplace(m_members[i].name, i).second)
            throwBadArchive(m_file, "holds two members named " + quoted(m_members[i].name) +
                                        "; save it again with torch.save.");
    }
}

const ZipMember *ZipArchive::find(std::string_view name) const
{
    const auto found = m_index.find(name);
    return found == m_index.end() ? nullptr : &m_members[found->second];
}

std::span<const std::byte> ZipArchive::packedBytes(const ZipMember &member) const
{
    const std::string part = "its member " + quoted(member.name);
    ByteReader input(m_bytes, m_file, part);
    input.take(member.headerOffset);
    if (input.little<std::uint32_t>() != kLocalSignature)
        throwBadArchive(m_file, "has a damaged header of its member " + quoted(member.name) +
                                    "; copy or download it again.");
    input.take(22);
    const auto nameSize = input.little<std::uint16_t>();
    const auto extraSize = input.little<std::uint16_t>();
    input.take(nameSize);
    input.take(extraSize);
    return input.take(member.packedSize);
}

ZipContent ZipArchive::read(const ZipMember &member) const
{
    ZipContent content;
    content.bytes = packedBytes(member);
    if (member.method == kDeflated) {
        auto inflated = inflateExactly(content.bytes, member.size);
        if (!inflated)
            throwBadArchive(m_file, "has a damaged member " + quoted(member.name) +
                                        " (it does not unpack to its declared size); copy or "
                                        "download it again.");
        content.inflated = std::move(*inflated);
        content.bytes = content.inflated;
    }
    content.checksumMatches = crc32Of(content.bytes) == member.checksum;
    return content;
}

} // namespace quantloupe
