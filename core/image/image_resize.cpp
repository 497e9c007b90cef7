// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_resize.h"

#include "base/error.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace quantloupe {

namespace {

int interpolation(ResizeFilter filter)
{
    switch (filter) {
    case ResizeFilter::Area:
        return cv::INTER_AREA;
    case ResizeFilter::Nearest:
        return cv::INTER_NEAREST;
    case ResizeFilter::Linear:
        return cv::INTER_LINEAR;
    case ResizeFilter::Cubic:
        return cv::INTER_CUBIC;
    case ResizeFilter::Lanczos:
        return cv::INTER_LANCZOS4;
    }
    return cv::INTER_AREA;
}

} // namespace

const std::vector<std::string> &resizeFilterNames()
{
    static const std::vector<std::string> names = {"area", "nearest", "linear", "cubic", "lanczos"};
    return names;
}

std::string_view name(ResizeFilter filter)
{
    return resizeFilterNames().at(static_cast<std::size_t>(filter));
}

ResizeFilter parseResizeFilter(std::string_view text)
{
    const auto &names = resizeFilterNames();
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end())
        throw Error(ErrorKind::BadInput, "There is no resize filter '" + std::string(text) +
                                             "'; choose area, nearest, linear, cubic or lanczos.");
    return static_cast<ResizeFilter>(found - names.begin());
}

Image resized(const Image &image, int width, int height, ResizeFilter filter)
{
    if (image.width == width && image.height == height)
        return image;
    const int type = CV_8UC(image.channels);
    const cv::Mat source(image.height, image.width, type,
                         const_cast<std::uint8_t *>(image.pixels.data()));
    Image result(width, height, image.channels);
    cv::Mat target(height, width, type, result.pixels.data());
    cv::resize(source, target, target.size(), 0, 0, interpolation(filter));
    return result;
}

Image centerSquare(const Image &image)
{
    const int side = std::min(image.width, image.height);
    if (image.width == image.height)
        return image;
    const int left = (image.width - side) / 2;
    const int top = (image.height - side) / 2;
    Image result(side, side, image.channels);
    for (int y = 0; y < side; ++y)
        std::copy_n(image.at(left, top + y), static_cast<std::size_t>(side) * image.channels,
                    result.at(0, y));
    return result;
}

Image toRgb(const Image &image)
{
    if (image.channels == 3)
        return image;
    Image result(image.width, image.height, 3);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        std::fill_n(result.pixels.begin() + static_cast<std::ptrdiff_t>(3 * i), 3, image.pixels[i]);
    return result;
}

} // namespace quantloupe
