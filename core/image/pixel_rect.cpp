// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/pixel_rect.h"

#include "base/error.h"

#include <array>
#include <charconv>

namespace quantloupe {

bool fitsInto(const PixelRect &region, int width, int height)
{
    // Subtracted, as sums of what a user wrote may not fit an int.
    return region.left >= 0 && region.top >= 0 && region.width > 0 && region.height > 0 &&
           region.width <= width && region.height <= height &&
           region.left <= width - region.width && region.top <= height - region.height;
}

std::string toText(const PixelRect &region)
{
    return std::to_string(region.left) + "," + std::to_string(region.top) + "," +
           std::to_string(region.width) + "x" + std::to_string(region.height);
}

PixelRect parsePixelRect(std::string_view text)
{
    constexpr std::array<char, 4> kBehind = {',', ',', 'x', '\0'};
    std::array<int, 4> numbers{};
    const char *place = text.data();
    const char *const end = text.data() + text.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [rest, failure] = std::from_chars(place, end, numbers[i]);
        const bool isLast = i + 1 == numbers.size();
        if (failure != std::errc() || (isLast ? rest != end : rest == end || *rest != kBehind[i]))
            throw Error(ErrorKind::BadInput,
                        "'" + std::string(text) +
                            "' is no region of a picture; write LEFT,TOP,WIDTHxHEIGHT in pixels, "
                            "for example 16,8,24x12.");
        place = isLast ? rest : rest + 1;
    }
    return {numbers[0], numbers[1], numbers[2], numbers[3]};
}

} // namespace quantloupe
