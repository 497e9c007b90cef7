// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "image/image.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <zlib.h>

namespace quantloupe {

namespace {

using Bytes = std::vector<std::uint8_t>;

/// Signature and the IHDR chunk, after which text may stand.
constexpr std::size_t kHeaderBytes = 8 + 25;
constexpr std::size_t kLongestKeyword = 79;

void appendBigEndian(Bytes &bytes, std::size_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

/// An uncompressed iTXt chunk without language and translated keyword (PNG, section 11.3.3.4).
Bytes textChunk(const std::string &keyword, const std::string &text)
{
    if (keyword.empty() || keyword.size() > kLongestKeyword)
        throw Error(ErrorKind::Internal,
                    "The PNG keyword '" + keyword + "' must have 1 to 79 bytes.");
    Bytes data(keyword.begin(), keyword.end());
    data.insert(data.end(), 5, 0);
    data.insert(data.end(), text.begin(), text.end());
    Bytes chunk;
    appendBigEndian(chunk, data.size());
    for (const char letter : {'i', 'T', 'X', 't'})
        chunk.push_back(static_cast<std::uint8_t>(letter));
    chunk.insert(chunk.end(), data.begin(), data.end());
    const uLong checksum = ::crc32_z(::crc32_z(0, nullptr, 0), chunk.data() + 4, chunk.size() - 4);
    appendBigEndian(chunk, checksum);
    return chunk;
}

void requireWritable(const Image &image)
{
    const std::size_t expected =
        static_cast<std::size_t>(image.width) * image.height * image.channels;
    if (image.isEmpty() || (image.channels != 1 && image.channels != 3) ||
        image.pixels.size() != expected)
        throw Error(ErrorKind::Internal, "An empty or malformed picture cannot be written.");
}

} // namespace

std::vector<std::uint8_t> encodePng(const Image &image,
                                    const std::map<std::string, std::string> &text)
{
    requireWritable(image);
    const int type = image.channels == 1 ? CV_8UC1 : CV_8UC3;
    cv::Mat picture(image.height, image.width, type,
                    const_cast<std::uint8_t *>(image.pixels.data()));
    cv::Mat swapped;
    if (image.channels == 3)
        cv::cvtColor(picture, swapped, cv::COLOR_RGB2BGR);
    Bytes encoded;
    if (!cv::imencode(".png", image.channels == 3 ? swapped : picture, encoded) ||
        encoded.size() < kHeaderBytes)
        throw Error(ErrorKind::Internal, "The picture could not be encoded as PNG.");
    Bytes chunks;
    for (const auto &[keyword, value] : text) {
        const Bytes chunk = textChunk(keyword, value);
        chunks.insert(chunks.end(), chunk.begin(), chunk.end());
    }
    encoded.insert(encoded.begin() + kHeaderBytes, chunks.begin(), chunks.end());
    return encoded;
}

void writePng(const std::filesystem::path &path, const Image &image,
              const std::map<std::string, std::string> &text)
{
    const Bytes encoded = encodePng(image, text);
    writeFileAtomically(path, std::as_bytes(std::span(encoded)));
}

} // namespace quantloupe
