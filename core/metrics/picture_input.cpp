// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/picture_input.h"

#include "base/error.h"
#include "metrics/resampling.h"

#include <algorithm>

namespace quantloupe {

namespace {

constexpr std::size_t kChannels = 3;

/// `rows` x taps.size() pixels of three floats from rows of 8-bit pixels.
std::vector<float> resizeRows(const Image &image, const std::vector<ResampleTaps> &taps)
{
    const auto step = static_cast<std::size_t>(image.channels);
    std::vector<float> result;
    result.reserve(static_cast<std::size_t>(image.height) * taps.size() * kChannels);
    for (int y = 0; y < image.height; ++y)
        for (const ResampleTaps &tap : taps)
            for (std::size_t c = 0; c < kChannels; ++c) {
                const std::uint8_t *pixel = image.at(0, y) + tap.first * step + c % step;
                double sum = 0;
                for (const double weight : tap.weights) {
                    sum += weight * *pixel;
                    pixel += step;
                }
                result.push_back(static_cast<float>(sum));
            }
    return result;
}

/// One row of `width` values as a weighted sum of rows; sums in float64.
void addRows(const std::vector<float> &rows, std::size_t width, const ResampleTaps &tap,
             std::vector<double> &sums)
{
    sums.assign(width, 0);
    for (std::size_t i = 0; i < tap.weights.size(); ++i) {
        const float *row = rows.data() + (tap.first + i) * width;
        for (std::size_t x = 0; x < width; ++x)
            sums[x] += tap.weights[i] * row[x];
    }
}

} // namespace

const std::vector<std::string> &inputResizeNames()
{
    static const std::vector<std::string> names = {"tf-legacy", "pytorch-fid", "clean"};
    return names;
}

std::string_view name(InputResize resize)
{
    return inputResizeNames().at(static_cast<std::size_t>(resize));
}

InputResize parseInputResize(std::string_view text)
{
    const auto &names = inputResizeNames();
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end())
        throw Error(ErrorKind::BadInput, "There is no pipeline '" + std::string(text) +
                                             "'; choose tf-legacy, pytorch-fid or clean.");
    return static_cast<InputResize>(found - names.begin());
}

InputPreparation inceptionPreparation(InputResize resize)
{
    InputPreparation preparation;
    preparation.resize = resize;
    preparation.scale.fill(resize == InputResize::PytorchFid ? 2.0F / 255 : 1.0F / 128);
    preparation.offset.fill(-1);
    return preparation;
}

void prepareInput(const Image &image, const InputPreparation &preparation, float *values)
{
    const std::vector<float> rows =
        resizeRows(image, resampleTaps(preparation.resize, image.width, preparation.side));
    const std::size_t width = static_cast<std::size_t>(preparation.side) * kChannels;
    std::vector<double> sums;
    for (const ResampleTaps &tap :
         resampleTaps(preparation.resize, image.height, preparation.side)) {
        addRows(rows, width, tap, sums);
        for (std::size_t x = 0; x < width; ++x) {
            const std::size_t c = x % kChannels;
            const auto level = static_cast<float>(std::clamp(sums[x], 0.0, 255.0));
            *values++ = preparation.scale[c] * level + preparation.offset[c];
        }
    }
}

} // namespace quantloupe
