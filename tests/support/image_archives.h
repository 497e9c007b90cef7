// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <cstdio>
#include <string>
#include <vector>

/// Writes the files that pictures come in, byte by byte.
namespace image_archives {

inline std::string png(const quantloupe::Image &image)
{
    const std::vector<std::uint8_t> bytes = quantloupe::encodePng(image);
    return {bytes.begin(), bytes.end()};
}

/// Puts the size and then the sum of the header's bytes, with blanks for the sum itself.
inline void setTarSize(std::string &member, std::uint64_t size)
{
    char octal[13];
    std::snprintf(octal, sizeof octal, "%011llo", static_cast<unsigned long long>(size));
    member.replace(124, 11, octal, 11);
    member.replace(148, 8, 8, ' ');
    unsigned sum = 0;
    for (int i = 0; i < 512; ++i)
        sum += static_cast<unsigned char>(member[static_cast<std::size_t>(i)]);
    std::snprintf(octal, sizeof octal, "%06o", sum);
    member.replace(148, 7, octal, 7);
}

/// A member in the ustar format, padded to whole blocks.
inline std::string tarMember(const std::string &name, const std::string &contents)
{
    std::string header(512, '\0');
    header.replace(0, name.size(), name);
    header.replace(100, 7, "0000644");
    header.replace(108, 7, "0000000");
    header.replace(116, 7, "0000000");
    header.replace(136, 11, "00000000000");
    header[156] = '0';
    header.replace(257, 5, "ustar");
    header.replace(263, 2, "00");
    setTarSize(header, contents.size());
    std::string member = header + contents;
    member.resize((member.size() + 511) / 512 * 512, '\0');
    return member;
}

inline std::string tarEnd()
{
    return std::string(1024, '\0');
}

inline std::string bigEndian(std::size_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift);
    return bytes;
}

/// Grey pictures of one size.
inline std::string idx(const std::vector<quantloupe::Image> &images)
{
    const int height = images.empty() ? 4 : images.front().height;
    const int width = images.empty() ? 4 : images.front().width;
    std::string file = std::string("\0\0\x08\x03", 4) + bigEndian(images.size()) +
                       bigEndian(static_cast<std::size_t>(height)) +
                       bigEndian(static_cast<std::size_t>(width));
    for (const quantloupe::Image &image : images)
        file.append(image.pixels.begin(), image.pixels.end());
    return file;
}

/// A label for each of so many pictures.
inline std::string idxLabels(const std::vector<std::uint8_t> &labels)
{
    std::string file = std::string("\0\0\x08\x01", 4) + bigEndian(labels.size());
    file.append(labels.begin(), labels.end());
    return file;
}

/// 32x32 pictures in colours, each after so many label bytes.
inline std::string cifar(const std::vector<quantloupe::Image> &images, std::size_t labels)
{
    std::string file;
    for (const quantloupe::Image &image : images) {
        file.append(labels, '\7');
        for (std::size_t c = 0; c < 3; ++c)
            for (std::size_t p = 0; p < 1024; ++p)
                file += static_cast<char>(image.pixels[p * 3 + c]);
    }
    return file;
}

} // namespace image_archives
