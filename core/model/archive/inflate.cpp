// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/inflate.h"

#include <algorithm>
#include <limits>
#include <new>
#include <zlib.h>

namespace quantloupe {

namespace {

// zlib counts in unsigned int; larger runs are given to it in pieces.
constexpr std::size_t kPiece = std::numeric_limits<int>::max();

class Inflater
{
public:
    Inflater()
    {
        if (inflateInit2(&m_stream, -MAX_WBITS) != Z_OK)
            throw std::bad_alloc();
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    bool run(std::span<const std::byte> packed, std::span<std::byte> output)
    {
        // One spare byte shows contents that are longer than declared.
        std::byte spare{};
        int status = Z_OK;
        while (status == Z_OK) {
            const std::span<std::byte> target = output.empty() ? std::span(&spare, 1) : output;
            const auto inputPiece = static_cast<uInt>(std::min(packed.size(), kPiece));
            const auto outputPiece = static_cast<uInt>(std::min(target.size(), kPiece));
            m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<std::byte *>(packed.data()));
            m_stream.avail_in = inputPiece;
            m_stream.next_out = reinterpret_cast<Bytef *>(target.data());
            m_stream.avail_out = outputPiece;
            status = inflate(&m_stream, Z_NO_FLUSH);
            packed = packed.subspan(inputPiece - m_stream.avail_in);
            const std::size_t written = outputPiece - m_stream.avail_out;
            if (written > output.size())
                return false;
            output = output.subspan(written);
        }
        return status == Z_STREAM_END && output.empty();
    }

private:
    z_stream m_stream = {};
};

} // namespace

std::optional<std::vector<std::byte>> inflateExactly(std::span<const std::byte> packed,
                                                     std::uint64_t size)
{
    std::vector<std::byte> contents(size);
    if (!Inflater().run(packed, contents))
        return std::nullopt;
    return contents;
}

std::uint32_t crc32Of(std::span<const std::byte> bytes)
{
    uLong crc = crc32(0, nullptr, 0);
    while (!bytes.empty()) {
        const std::span<const std::byte> piece = bytes.first(std::min(bytes.size(), kPiece));
        crc = crc32(crc, reinterpret_cast<const Bytef *>(piece.data()),
                    static_cast<uInt>(piece.size()));
        bytes = bytes.subspan(piece.size());
    }
    return static_cast<std::uint32_t>(crc);
}

} // namespace quantloupe
