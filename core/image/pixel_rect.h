// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace quantloupe {

/// A rectangle of a picture's pixels, from its upper left one.
struct PixelRect
{
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    bool operator==(const PixelRect &) const = default;
};

/// At least one pixel, and none outside a picture of this size.
bool fitsInto(const PixelRect &region, int width, int height);

/// "16,8,24x12": left, top, width, height.
std::string toText(const PixelRect &region);
/// As toText() writes it. Throws Error{BadInput} for anything else.
PixelRect parsePixelRect(std::string_view text);

} // namespace quantloupe
