// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace quantloupe {

/// Whether an encoded picture goes on to its end: a JPEG without gaps (see isSoundJpeg()), a PNG to
/// IEND with the checksums of its critical chunks right, a WebP or BMP to the size its header
/// states. Decoders fill what is missing with grey or print to stderr. True for other formats.
bool isComplete(std::span<const std::uint8_t> encoded);

} // namespace quantloupe
