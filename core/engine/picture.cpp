// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/picture.h"

#include "base/error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace quantloupe {

at::Tensor pictureTensor(const at::Tensor &output, const Shape &picture)
{
    Shape shape = picture;
    // An image-to-image network may be fed another size than the one it was probed with.
    if (output.dim() == 4)
        shape = {output.size(1), output.size(2), output.size(3)};
    return output.to(at::kFloat)
        .reshape({output.size(0), shape[0], shape[1], shape[2]})
        .contiguous();
}

Image toImage(const at::Tensor &pictures, std::int64_t sample, ValueRange range)
{
    const auto channels = static_cast<int>(pictures.size(1));
    const auto height = static_cast<int>(pictures.size(2));
    const auto width = static_cast<int>(pictures.size(3));
    Image image(width, height, channels);
    const std::int64_t plane = static_cast<std::int64_t>(width) * height;
    const float *values = pictures.data_ptr<float>() + sample * plane * channels;
    const double scale = 255 / (range.high - range.low);
    for (int c = 0; c < channels; ++c)
        for (std::int64_t i = 0; i < plane; ++i) {
            const double level = (values[c * plane + i] - range.low) * scale;
            image.pixels[static_cast<std::size_t>(i * channels + c)] =
                std::isfinite(level)
                    ? static_cast<std::uint8_t>(std::lround(std::clamp(level, 0.0, 255.0)))
                    : 0;
        }
    return image;
}

at::Tensor toTensor(const Image &image, const Shape &shape, ValueRange range)
{
    const std::int64_t channels = shape.at(0);
    at::Tensor tensor = at::empty({1, channels, image.height, image.width}, at::kFloat);
    float *out = tensor.data_ptr<float>();
    const double step = (range.high - range.low) / 255;
    const std::size_t plane = static_cast<std::size_t>(image.width) * image.height;
    for (std::int64_t c = 0; c < channels; ++c)
        for (std::size_t i = 0; i < plane; ++i) {
            const std::uint8_t *pixel = image.pixels.data() + i * image.channels;
            double level = pixel[std::min<std::int64_t>(c, image.channels - 1)];
            if (channels == 1 && image.channels == 3)
                level = 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];
            *out++ = static_cast<float>(range.low + step * level);
        }
    return tensor;
}

} // namespace quantloupe
