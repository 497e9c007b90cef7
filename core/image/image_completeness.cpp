// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_completeness.h"

#include "image/jpeg_check.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace quantloupe {

namespace {

using Bytes = std::span<const std::uint8_t>;

bool startsWith(Bytes bytes, std::string_view text)
{
    return bytes.size() >= text.size() &&
           std::equal(text.begin(), text.end(), bytes.begin(),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

std::size_t bigEndian(Bytes bytes)
{
    std::size_t value = 0;
    for (const std::uint8_t byte : bytes)
        value = value << 8 | byte;
    return value;
}

/// Walks from chunk to chunk: length, type, data, and the CRC of type and data (PNG, section 5.3).
bool isCompletePng(Bytes bytes)
{
    constexpr std::size_t kFrame = 12;
    std::size_t at = 8;
    while (at + kFrame <= bytes.size()) {
        const std::size_t length = bigEndian(bytes.subspan(at, 4));
        if (length > bytes.size() - at - kFrame)
            return false;
        const Bytes checked = bytes.subspan(at + 4, 4 + length);
        const bool isCritical = (checked[0] & 0x20) == 0;
        const std::size_t sum = bigEndian(bytes.subspan(at + 8 + length, 4));
        if (isCritical && crc32_z(0, checked.data(), checked.size()) != sum)
            return false;
        if (startsWith(checked, "IEND"))
            return true;
        at += kFrame + length;
    }
    return false;
}

/// Whether `bytes` are as many as the little-endian number at `at` says, counted from `from` on.
bool reachStatedSize(Bytes bytes, std::size_t at, std::size_t from)
{
    if (bytes.size() < at + 4 || bytes.size() < from)
        return false;
    std::array<std::uint8_t, 4> size{};
    std::reverse_copy(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      bytes.begin() + static_cast<std::ptrdiff_t>(at + 4), size.begin());
    return bigEndian(size) <= bytes.size() - from;
}

} // namespace

bool isComplete(Bytes encoded)
{
    if (startsWith(encoded, "\xFF\xD8"))
        return isSoundJpeg(encoded);
    if (startsWith(encoded, "\x89PNG"))
        return isCompletePng(encoded);
    if (startsWith(encoded, "RIFF"))
        return reachStatedSize(encoded, 4, 8);
    if (startsWith(encoded, "BM"))
        return reachStatedSize(encoded, 2, 0);
    return true;
}

} // namespace quantloupe
