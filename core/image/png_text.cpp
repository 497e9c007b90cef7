// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/png_text.h"

#include "base/error.h"
#include "base/file_io.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <vector>

namespace quantloupe {

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<char>;

constexpr std::array<char, 8> kSignature = {'\x89', 'P', 'N', 'G', '\r', '\n', '\x1a', '\n'};
constexpr std::uint64_t kMostText = 64 << 20;
constexpr std::uint64_t kChecksumBytes = 4;

struct Chunk
{
    std::uint64_t size = 0;
    std::string type;
};

std::uint32_t bigEndian(const char *bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

bool startsAsPng(std::istream &file)
{
    std::array<char, kSignature.size()> start{};
    return file.read(start.data(), start.size()) && start == kSignature;
}

Bytes inflated(std::string_view compressed, const std::string &name)
{
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(compressed.data()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    if (inflateInit(&stream) != Z_OK)
        throw Error(ErrorKind::Internal, "The text of " + name + " could not be uncompressed.");
    Bytes text;
    Bytes piece(1 << 16);
    int state = Z_OK;
    while (state == Z_OK && text.size() <= kMostText) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = ::inflate(&stream, Z_NO_FLUSH);
        text.insert(text.end(), piece.begin(), piece.end() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END || text.size() > kMostText)
        throw Error(ErrorKind::BadInput,
                    "The text in the picture " + name + " is damaged or longer than 64 MiB.");
    return text;
}

/// Walks the chunks of one file.
class ChunkReader
{
public:
    explicit ChunkReader(const fs::path &path)
        : m_name(path.string()), m_file(path, std::ios::binary), m_left(fs::file_size(path))
    {
        if (!startsAsPng(m_file))
            fail("is no PNG picture");
        m_left -= kSignature.size();
    }

    Chunk next()
    {
        std::array<char, 8> head{};
        if (m_left < head.size() || !m_file.read(head.data(), head.size()))
            fail("ends too early; the picture is damaged");
        m_left -= head.size();
        const Chunk chunk{bigEndian(head.data()), {head.data() + 4, 4}};
        // Before anything of that size is allocated or skipped.
        if (chunk.size + kChecksumBytes > m_left)
            fail("ends too early; the picture is damaged");
        m_left -= chunk.size + kChecksumBytes;
        return chunk;
    }

    void skip(const Chunk &chunk)
    {
        m_file.seekg(static_cast<std::streamoff>(chunk.size + kChecksumBytes), std::ios::cur);
    }

    std::string data(const Chunk &chunk)
    {
        if (chunk.size > kMostText)
            fail("holds a text longer than 64 MiB");
        std::string bytes = chunk.type;
        bytes.resize(chunk.type.size() + chunk.size + kChecksumBytes);
        const auto rest = static_cast<std::streamsize>(chunk.size + kChecksumBytes);
        if (!m_file.read(bytes.data() + chunk.type.size(), rest))
            fail("could not be read");
        const std::uint32_t told = bigEndian(bytes.data() + bytes.size() - kChecksumBytes);
        bytes.resize(bytes.size() - kChecksumBytes);
        const auto *first = reinterpret_cast<const Bytef *>(bytes.data());
        if (::crc32_z(::crc32_z(0, nullptr, 0), first, bytes.size()) != told)
            fail("fails a checksum; the picture is damaged");
        return bytes.substr(chunk.type.size());
    }

    const std::string &name() const { return m_name; }
    [[noreturn]] void fail(const std::string &what) const
    {
        throw Error(ErrorKind::BadInput, m_name + " " + what + ".");
    }

private:
    std::string m_name;
    std::ifstream m_file;
    std::uint64_t m_left;
};

/// PNG, section 11.3.3.4: keyword, 0, compression flag, method, language, 0, translated keyword, 0,
/// text.
std::optional<std::string> textOf(const std::string &data, std::string_view keyword,
                                  const ChunkReader &reader)
{
    const std::size_t end = keyword.size();
    if (data.size() <= end || data[end] != '\0' || !data.starts_with(keyword))
        return {};
    const std::size_t language = end + 3;
    const std::size_t translated = data.find('\0', language);
    const std::size_t last =
        translated == std::string::npos ? translated : data.find('\0', translated + 1);
    if (data.size() < language || last == std::string::npos)
        reader.fail("holds a damaged text");
    const bool isCompressed = data[end + 1] != 0;
    const std::string text = data.substr(last + 1);
    if (!isCompressed)
        return text;
    const Bytes plain = inflated(text, reader.name());
    return std::string(plain.begin(), plain.end());
}

} // namespace

bool isPngFile(const fs::path &path)
{
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored))
        return false;
    std::ifstream file(path, std::ios::binary);
    return startsAsPng(file);
}

std::optional<std::string> readPngText(const fs::path &path, std::string_view keyword)
{
    requireReadableFile(path);
    ChunkReader reader(path);
    for (;;) {
        const Chunk chunk = reader.next();
        if (chunk.type == "IEND")
            return {};
        if (chunk.type != "iTXt") {
            reader.skip(chunk);
            continue;
        }
        if (const auto text = textOf(reader.data(chunk), keyword, reader))
            return text;
    }
}

} // namespace quantloupe
