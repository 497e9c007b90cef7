// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quantloupe {

/// Expands raw deflate data to exactly `size` bytes; nothing if the data is damaged, ends early or
/// holds more. The caller has checked `size` against what it is willing to allocate.
std::optional<std::vector<std::byte>> inflateExactly(std::span<const std::byte> packed,
                                                     std::uint64_t size);

/// The CRC-32 of zip and PNG.
std::uint32_t crc32Of(std::span<const std::byte> bytes);

} // namespace quantloupe
