// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quantloupe {

/// Numbers below 2^bits (1 to 16 bits) without gaps, from the lowest bit of the first byte on;
/// ceil(size * bits / 8) bytes, the last bits 0.
std::vector<std::byte> packBits(std::span<const std::uint32_t> numbers, int bits);

/// The first `count` numbers; `bytes` holds as many.
std::vector<std::uint32_t> unpackBits(std::span<const std::byte> bytes, std::size_t count,
                                      int bits);

} // namespace quantloupe
