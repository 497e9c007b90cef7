// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "image/image.h"
#include "image/image_completeness.h"
#include "image/image_header.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr std::int64_t kMostPixels = 100'000'000;
/// A file of the most pixels, uncompressed with four channels of 16 bits, and its headers.
constexpr std::uint64_t kMostBytes = 900'000'000;

void requireAcceptable(const std::vector<std::uint8_t> &encoded, const std::string &name)
{
    const auto header = readImageHeader(encoded);
    if (!header)
        throw Error(ErrorKind::BadInput,
                    name + " is not a PNG, JPEG, WebP or BMP picture, or its start is damaged.");
    if (header->width > kMostPixels / header->height)
        throw Error(ErrorKind::BadInput,
                    name + " has " + std::to_string(header->width) + " x " +
                        std::to_string(header->height) +
                        " pixels; at most 100 million are read. Use a smaller picture.");
    if (!isComplete(encoded))
        throw Error(ErrorKind::BadInput,
                    name + " could not be decoded; the file is damaged or ends too early.");
}

Image fromMat(const cv::Mat &picture)
{
    Image image(picture.cols, picture.rows, picture.channels());
    const std::size_t rowBytes = static_cast<std::size_t>(image.width) * image.channels;
    for (int y = 0; y < image.height; ++y)
        std::copy_n(picture.ptr<std::uint8_t>(y), rowBytes, image.at(0, y));
    return image;
}

} // namespace

Image decodeImage(const std::vector<std::uint8_t> &encoded, const std::string &name)
{
    requireAcceptable(encoded, name);
    cv::Mat picture;
    std::string detail;
    try {
        // Without the ANYDEPTH flag 16-bit pictures come as 8-bit; alpha is dropped.
        picture = cv::imdecode(encoded, cv::IMREAD_ANYCOLOR);
    } catch (const cv::Exception &error) {
        detail = error.what();
    }
    if (picture.empty() || picture.depth() != CV_8U ||
        (picture.channels() != 1 && picture.channels() != 3))
        throw Error(ErrorKind::BadInput, name + " could not be decoded; the file is damaged.",
                    detail);
    if (picture.channels() == 3)
        cv::cvtColor(picture, picture, cv::COLOR_BGR2RGB);
    return fromMat(picture);
}

Image readImage(const std::filesystem::path &path)
{
    const std::vector<std::byte> bytes = readFile(path, kMostBytes);
    const auto *first = reinterpret_cast<const std::uint8_t *>(bytes.data());
    return decodeImage({first, first + bytes.size()}, path.string());
}

} // namespace quantloupe
