// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_fit.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace quantloupe {

Image fitted(const Image &image, int width, int height)
{
    if (image.width == width && image.height == height)
        return image;
    const double scale = std::min(static_cast<double>(image.width) / width,
                                  static_cast<double>(image.height) / height);
    const int cropWidth = std::clamp(static_cast<int>(std::lround(width * scale)), 1, image.width);
    const int cropHeight =
        std::clamp(static_cast<int>(std::lround(height * scale)), 1, image.height);
    const cv::Rect area((image.width - cropWidth) / 2, (image.height - cropHeight) / 2, cropWidth,
                        cropHeight);
    const cv::Mat source(image.height, image.width, CV_8UC(image.channels),
                         const_cast<std::uint8_t *>(image.pixels.data()));
    Image result(width, height, image.channels);
    cv::Mat target(height, width, CV_8UC(image.channels), result.pixels.data());
    cv::resize(source(area), target, target.size(), 0, 0,
               scale > 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

} // namespace quantloupe
