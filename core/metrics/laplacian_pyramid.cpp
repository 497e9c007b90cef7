// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/laplacian_pyramid.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace quantloupe {

namespace {

cv::Mat picturePixels(const ImageStack &stack, std::size_t picture)
{
    // OpenCV has no constant matrix; this one is only read.
    auto *pixels = const_cast<std::uint8_t *>(stack.pixels.data() + picture * stack.bytesOfOne());
    cv::Mat values;
    cv::Mat(stack.side, stack.side, CV_8UC(stack.channels), pixels).convertTo(values, CV_32F);
    return values;
}

} // namespace

std::vector<int> pyramidSides(int side)
{
    std::vector<int> sides;
    for (int level = side; level >= kCoarsestSide; level = (level + 1) / 2)
        sides.push_back(level);
    return sides;
}

std::vector<float> laplacianLevel(const ImageStack &stack, std::size_t picture, std::size_t level)
{
    cv::Mat band = picturePixels(stack, picture);
    cv::Mat half;
    for (std::size_t i = 0; i < level; ++i) {
        cv::pyrDown(band, half);
        cv::swap(band, half);
    }
    if (level + 1 < pyramidSides(stack.side).size()) {
        cv::Mat blurred;
        cv::pyrDown(band, half);
        cv::pyrUp(half, blurred, band.size());
        band -= blurred;
    }
    const auto *first = band.ptr<float>();
    return {first, first + band.total() * static_cast<std::size_t>(band.channels())};
}

} // namespace quantloupe
