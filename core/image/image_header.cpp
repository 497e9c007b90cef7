// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_header.h"

#include <cstdlib>
#include <string_view>

namespace quantloupe {

namespace {

using Bytes = std::span<const std::uint8_t>;

bool holds(Bytes bytes, std::size_t at, std::string_view text)
{
    if (bytes.size() < at + text.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (bytes[at + i] != static_cast<std::uint8_t>(text[i]))
            return false;
    return true;
}

std::int64_t bigEndian(Bytes bytes, std::size_t at, int size)
{
    std::int64_t value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | bytes[at + static_cast<std::size_t>(i)];
    return value;
}

std::int64_t littleEndian(Bytes bytes, std::size_t at, int size)
{
    std::int64_t value = 0;
    for (int i = size - 1; i >= 0; --i)
        value = value << 8 | bytes[at + static_cast<std::size_t>(i)];
    return value;
}

std::optional<ImageHeader> pngHeader(Bytes bytes)
{
    if (bytes.size() < 24 || !holds(bytes, 12, "IHDR"))
        return {};
    return ImageHeader{bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4)};
}

std::optional<ImageHeader> bmpHeader(Bytes bytes)
{
    if (bytes.size() < 26)
        return {};
    if (littleEndian(bytes, 14, 4) == 12)
        return ImageHeader{littleEndian(bytes, 18, 2), littleEndian(bytes, 20, 2)};
    // A negative height means rows from top to bottom.
    const auto width = static_cast<std::int32_t>(littleEndian(bytes, 18, 4));
    const auto height = static_cast<std::int32_t>(littleEndian(bytes, 22, 4));
    return ImageHeader{width, std::abs(static_cast<std::int64_t>(height))};
}

bool isStartOfFrame(std::uint8_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<ImageHeader> jpegHeader(Bytes bytes)
{
    std::size_t at = 2;
    while (at + 9 <= bytes.size()) {
        if (bytes[at] != 0xFF)
            return {};
        const std::uint8_t marker = bytes[at + 1];
        const bool isFill = marker == 0xFF;
        const bool hasNoLength = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        if (isStartOfFrame(marker))
            return ImageHeader{bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2)};
        if (isFill)
            at += 1;
        else if (hasNoLength)
            at += 2;
        else
            at += 2 + static_cast<std::size_t>(bigEndian(bytes, at + 2, 2));
    }
    return {};
}

std::optional<ImageHeader> webpHeader(Bytes bytes)
{
    if (bytes.size() < 30)
        return {};
    if (holds(bytes, 12, "VP8X"))
        return ImageHeader{littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1};
    if (holds(bytes, 12, "VP8L")) {
        const std::int64_t packed = littleEndian(bytes, 21, 4);
        return ImageHeader{(packed & 0x3FFF) + 1, ((packed >> 14) & 0x3FFF) + 1};
    }
    if (holds(bytes, 12, "VP8 "))
        return ImageHeader{littleEndian(bytes, 26, 2) & 0x3FFF,
                           littleEndian(bytes, 28, 2) & 0x3FFF};
    return {};
}

} // namespace

std::optional<ImageHeader> readImageHeader(Bytes encoded)
{
    std::optional<ImageHeader> header;
    if (holds(encoded, 0, "\x89PNG\r\n\x1a\n"))
        header = pngHeader(encoded);
    else if (holds(encoded, 0, "\xFF\xD8\xFF"))
        header = jpegHeader(encoded);
    else if (holds(encoded, 0, "RIFF") && holds(encoded, 8, "WEBP"))
        header = webpHeader(encoded);
    else if (holds(encoded, 0, "BM"))
        header = bmpHeader(encoded);
    if (header && (header->width <= 0 || header->height <= 0))
        return {};
    return header;
}

} // namespace quantloupe
