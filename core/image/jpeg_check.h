// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace quantloupe {

/// Whether libjpeg decodes a JPEG to its end without an error, and without a warning about what
/// follows the header: a decoder fills what such a warning is about, such as a stream that is too
/// short or too long, with made-up pixels. What stands after the end does not matter.
bool isSoundJpeg(std::span<const std::uint8_t> encoded);

} // namespace quantloupe
