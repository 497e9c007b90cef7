// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace quantloupe {

struct ImageHeader
{
    std::int64_t width = 0;
    std::int64_t height = 0;
};

/// The size an encoded PNG, JPEG, WebP or BMP claims to have, read without decoding it, so that a
/// small file cannot ask for a huge picture. Nothing for any other format or a damaged header.
std::optional<ImageHeader> readImageHeader(std::span<const std::uint8_t> encoded);

} // namespace quantloupe
