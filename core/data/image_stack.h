// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/image_set.h"
#include "image/image_resize.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace quantloupe {

enum class Crop { Center, None };

std::string_view name(Crop crop);

/// How pictures of any size become squares of one size.
struct ImagePreparation
{
    /// 0 keeps the pictures' own size, which must be one and the same square after the crop.
    int side = 64;
    Crop crop = Crop::Center;
    ResizeFilter filter = ResizeFilter::Area;
    /// The first so many readable pictures of the set.
    std::size_t count = 50000;
    bool operator==(const ImagePreparation &) const = default;
};

/// Pictures of one size, one after the other, each with rows from top to bottom and interleaved
/// channels.
struct ImageStack
{
    int side = 0;
    /// 3 where any picture has colours, else 1.
    int channels = 0;
    std::size_t count = 0;
    std::vector<std::uint8_t> pixels;
    /// One sentence for each picture that could not be read.
    std::vector<std::string> skipped;

    std::size_t bytesOfOne() const
    {
        return static_cast<std::size_t>(side) * static_cast<std::size_t>(side) *
               static_cast<std::size_t>(channels);
    }
    Image image(std::size_t index) const;
};

/// Reads and prepares pictures of the set in order. The stack is empty if none can be read.
/// Throws Error{BadInput} if they would need more than 16 GiB or, where they keep their size, are
/// no squares or of different sizes; Cancelled.
ImageStack prepareImages(const ImageSet &set, const ImagePreparation &preparation,
                         const RunContext &context);

} // namespace quantloupe
