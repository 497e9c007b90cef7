// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/sample_grid.h"

#include <ATen/ATen.h>

#include <cmath>

namespace quantloupe {

namespace {

constexpr int kGap = 2;
constexpr std::uint8_t kBackground = 128;

Image pictureOf(const at::Tensor &bytes)
{
    Image image(static_cast<int>(bytes.size(1)), static_cast<int>(bytes.size(0)),
                static_cast<int>(bytes.size(2)));
    std::copy_n(bytes.data_ptr<std::uint8_t>(), image.pixels.size(), image.pixels.begin());
    return image;
}

} // namespace

Image gridOf(const at::Tensor &pictures)
{
    const at::Tensor bytes = ((pictures.to(at::kCPU) + 1) * 127.5)
                                 .round()
                                 .clamp(0, 255)
                                 .to(at::kByte)
                                 .permute({0, 2, 3, 1})
                                 .contiguous();
    const auto side =
        static_cast<std::int64_t>(std::ceil(std::sqrt(static_cast<double>(bytes.size(0)))));
    std::vector<std::vector<Image>> rows;
    for (std::int64_t i = 0; i < bytes.size(0); ++i) {
        if (i % side == 0)
            rows.emplace_back();
        rows.back().push_back(pictureOf(bytes[i]));
    }
    return grid(rows, kGap, kBackground);
}

} // namespace quantloupe
