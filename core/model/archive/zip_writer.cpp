// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/zip_writer.h"

#include "base/error.h"

#include <cstdint>
#include <limits>
#include <zlib.h>

namespace quantloupe {

namespace {

// Layouts: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kEntrySignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint64_t kVersion = 20;
/// 1 January 1980: the archive does not depend on when it was written.
constexpr std::uint64_t kDate = 0x21;

class Writer
{
public:
    explicit Writer(std::vector<std::byte> &bytes) : m_bytes(bytes) {}

    Writer &number(std::uint64_t value, int width)
    {
        for (int i = 0; i < width; ++i, value >>= 8)
            m_bytes.push_back(static_cast<std::byte>(value));
        return *this;
    }
    void text(const std::string &text)
    {
        for (const char c : text)
            m_bytes.push_back(static_cast<std::byte>(c));
    }

private:
    std::vector<std::byte> &m_bytes;
};

/// What local header and directory entry share: from the version needed to the name's length.
void writeFacts(Writer &writer, const ZipFile &file)
{
    const auto *data = reinterpret_cast<const Bytef *>(file.bytes.data());
    const uLong checksum = crc32_z(0, data, file.bytes.size());
    writer.number(kVersion, 2).number(0, 2).number(0, 2).number(0, 2).number(kDate, 2);
    writer.number(checksum, 4).number(file.bytes.size(), 4).number(file.bytes.size(), 4);
    writer.number(file.name.size(), 2);
}

void requireFits(const std::vector<ZipFile> &files)
{
    std::uint64_t size = 0;
    for (const ZipFile &file : files)
        size += file.bytes.size() + 2 * file.name.size() + 128;
    if (files.size() > std::numeric_limits<std::uint16_t>::max() ||
        size > std::numeric_limits<std::uint32_t>::max())
        throw Error(ErrorKind::Internal, "A zip archive of this size cannot be written.");
}

} // namespace

std::vector<std::byte> encodeZip(const std::vector<ZipFile> &files)
{
    requireFits(files);
    std::vector<std::byte> archive;
    std::vector<std::byte> directory;
    Writer local(archive);
    Writer entry(directory);
    for (const ZipFile &file : files) {
        const std::size_t offset = archive.size();
        local.number(kLocalSignature, 4);
        writeFacts(local, file);
        local.number(0, 2).text(file.name);
        archive.insert(archive.end(), file.bytes.begin(), file.bytes.end());
        entry.number(kEntrySignature, 4).number(kVersion, 2);
        writeFacts(entry, file);
        entry.number(0, 2).number(0, 2).number(0, 2).number(0, 2).number(0, 4).number(offset, 4);
        entry.text(file.name);
    }
    const std::size_t begin = archive.size();
    archive.insert(archive.end(), directory.begin(), directory.end());
    local.number(kEndSignature, 4).number(0, 2).number(0, 2);
    local.number(files.size(), 2).number(files.size(), 2);
    local.number(directory.size(), 4).number(begin, 4).number(0, 2);
    return archive;
}

} // namespace quantloupe
