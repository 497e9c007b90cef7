// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/byte_reader.h"
#include "model/archive/zip_archive.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace quantloupe {

namespace {

// Layouts: APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16 and 4.5.3.
constexpr std::uint32_t kEntrySignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::size_t kEntrySize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kLocator64Size = 20;
constexpr std::size_t kMaximumCommentSize = 65535;
constexpr std::uint64_t kMaximumMembers = 1'000'000;
constexpr std::uint16_t kEncryptedFlag = 1;
constexpr std::uint16_t kZip64Extra = 1;
constexpr std::uint32_t kIn64 = std::numeric_limits<std::uint32_t>::max();
constexpr std::string_view kPart = "its zip directory";

struct Directory
{
    std::uint64_t count = 0;
    std::uint64_t size = 0;
    std::uint64_t offset = 0;
};

class DirectoryReader
{
public:
    DirectoryReader(std::span<const std::byte> bytes, std::string_view file)
        : m_bytes(bytes), m_file(file)
    {
    }

    std::vector<ZipMember> read() const
    {
        const Directory directory = locate();
        if (directory.count > kMaximumMembers || directory.count > directory.size / kEntrySize)
            throwBadArchive(m_file, "declares more zip members than it has room for; copy or "
                                    "download it again.");
        ByteReader input = at(directory.offset, directory.size);
        std::vector<ZipMember> members;
        members.reserve(directory.count);
        for (std::uint64_t i = 0; i < directory.count; ++i)
            members.push_back(readEntry(input));
        return members;
    }

private:
    ByteReader at(std::uint64_t offset, std::uint64_t size) const
    {
        if (offset > m_bytes.size() || size > m_bytes.size() - offset)
            throwCutShort(m_file, kPart);
        return {m_bytes.subspan(offset, size), m_file, kPart};
    }

    std::size_t findEnd() const
    {
        // A comment may follow the end record, so it is searched for from the back.
        if (m_bytes.size() < kEndSize)
            throwCutShort(m_file, kPart);
        const std::size_t last = m_bytes.size() - kEndSize;
        const std::size_t first = last - std::min(last, kMaximumCommentSize);
        for (std::size_t position = last + 1; position-- > first;) {
            if (at(position, 4).little<std::uint32_t>() == kEndSignature)
                return position;
        }
        throwBadArchive(m_file, "has no zip directory at its end; it was cut short, copy or "
                                "download it again.");
    }

    Directory locate() const
    {
        const std::size_t end = findEnd();
        ByteReader input = at(end, kEndSize);
        input.take(4 + 2 + 2 + 2);
        Directory directory;
        directory.count = input.little<std::uint16_t>();
        directory.size = input.little<std::uint32_t>();
        directory.offset = input.little<std::uint32_t>();
        return locate64(end).value_or(directory);
    }

    std::optional<Directory> locate64(std::size_t end) const
    {
        if (end < kLocator64Size)
            return std::nullopt;
        ByteReader locator = at(end - kLocator64Size, kLocator64Size);
        if (locator.little<std::uint32_t>() != kLocator64Signature)
            return std::nullopt;
        locator.take(4);
        ByteReader input = at(locator.little<std::uint64_t>(), 56);
        if (input.little<std::uint32_t>() != kEnd64Signature)
            throwBadArchive(m_file, "has a damaged zip64 directory; copy or download it again.");
        input.take(8 + 2 + 2 + 4 + 4 + 8);
        Directory directory;
        directory.count = input.little<std::uint64_t>();
        directory.size = input.little<std::uint64_t>();
        directory.offset = input.little<std::uint64_t>();
        return directory;
    }

    ZipMember readEntry(ByteReader &input) const
    {
        ZipMember member;
        if (input.little<std::uint32_t>() != kEntrySignature)
            throwBadArchive(m_file, "has a damaged zip directory; copy or download it again.");
        input.take(2 + 2);
        if ((input.little<std::uint16_t>() & kEncryptedFlag) != 0)
            throwUnsupportedArchive(m_file,
                                    "is an encrypted zip file; save it without a password.");
        member.method = input.little<std::uint16_t>();
        input.take(2 + 2);
        member.checksum = input.little<std::uint32_t>();
        member.packedSize = input.little<std::uint32_t>();
        member.size = input.little<std::uint32_t>();
        const auto nameSize = input.little<std::uint16_t>();
        const auto extraSize = input.little<std::uint16_t>();
        const auto commentSize = input.little<std::uint16_t>();
        input.take(2 + 2 + 4);
        member.headerOffset = input.little<std::uint32_t>();
        member.name = input.takeText(nameSize);
        readExtra({input.take(extraSize), m_file, kPart}, member);
        input.take(commentSize);
        return member;
    }

    static void readExtra(ByteReader input, ZipMember &member)
    {
        while (input.remaining() >= 4) {
            const auto id = input.little<std::uint16_t>();
            const auto size = input.little<std::uint16_t>();
            // PyTorch pads for alignment with fields that other tools may cut; only ours matters.
            ByteReader field(input.take(std::min<std::size_t>(size, input.remaining())),
                             input.file(), kPart);
            if (id != kZip64Extra)
                continue;
            for (std::uint64_t *value : {&member.size, &member.packedSize, &member.headerOffset}) {
                if (*value == kIn64)
                    *value = field.little<std::uint64_t>();
            }
        }
    }

    std::span<const std::byte> m_bytes;
    std::string_view m_file;
};

} // namespace

std::vector<ZipMember> readZipDirectory(std::span<const std::byte> bytes, std::string_view file)
{
    return DirectoryReader(bytes, file).read();
}

} // namespace quantloupe
