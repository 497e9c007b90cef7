// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_metrics.h"

#include "base/error.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace quantloupe {

namespace {

constexpr int kWindow = 11;
constexpr double kSigma = 1.5;
constexpr double kPeak = 255;
constexpr double kC1 = (0.01 * kPeak) * (0.01 * kPeak);
constexpr double kC2 = (0.03 * kPeak) * (0.03 * kPeak);

void requireComparable(const Image &a, const Image &b)
{
    if (a.width != b.width || a.height != b.height || a.channels != b.channels)
        throw Error(ErrorKind::Internal, "Pictures of different size or channels are compared.");
}

cv::Mat channelOf(const Image &image, int channel)
{
    cv::Mat plane(image.height, image.width, CV_64F);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            plane.at<double>(y, x) = image.at(x, y)[channel];
    return plane;
}

/// Weighted local means over windows wholly inside.
cv::Mat localMean(const cv::Mat &plane)
{
    const cv::Mat window = cv::getGaussianKernel(kWindow, kSigma, CV_64F);
    cv::Mat filtered;
    cv::sepFilter2D(plane, filtered, CV_64F, window, window);
    const int border = kWindow / 2;
    return filtered(cv::Range(border, plane.rows - border), cv::Range(border, plane.cols - border));
}

double ssimOfPlanes(const cv::Mat &a, const cv::Mat &b)
{
    const cv::Mat meanA = localMean(a);
    const cv::Mat meanB = localMean(b);
    const cv::Mat meanAB = meanA.mul(meanB);
    const cv::Mat squares = meanA.mul(meanA) + meanB.mul(meanB);
    const cv::Mat covariance = localMean(a.mul(b)) - meanAB;
    const cv::Mat variances = localMean(a.mul(a)) + localMean(b.mul(b)) - squares;
    const cv::Mat above = (2 * meanAB + kC1).mul(2 * covariance + kC2);
    const cv::Mat below = (squares + kC1).mul(variances + kC2);
    return cv::mean(above / below)[0];
}

} // namespace

std::optional<double> psnr(const Image &a, const Image &b)
{
    requireComparable(a, b);
    double sum = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        const double difference = double(a.pixels[i]) - b.pixels[i];
        sum += difference * difference;
    }
    if (sum == 0)
        return {};
    return 10 * std::log10(kPeak * kPeak * static_cast<double>(a.pixels.size()) / sum);
}

std::optional<double> ssim(const Image &a, const Image &b)
{
    requireComparable(a, b);
    if (a.width < kWindow || a.height < kWindow || a.channels == 0)
        return {};
    double sum = 0;
    for (int channel = 0; channel < a.channels; ++channel)
        sum += ssimOfPlanes(channelOf(a, channel), channelOf(b, channel));
    return sum / a.channels;
}

} // namespace quantloupe
