// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/packed_codes.h"

namespace quantloupe {

namespace {

constexpr int kByteBits = 8;

} // namespace

std::vector<std::byte> packBits(std::span<const std::uint32_t> numbers, int bits)
{
    std::vector<std::byte> bytes;
    bytes.reserve((numbers.size() * static_cast<std::size_t>(bits) + 7) / kByteBits);
    std::uint32_t waiting = 0;
    int filled = 0;
    for (const std::uint32_t number : numbers) {
        waiting |= number << filled;
        for (filled += bits; filled >= kByteBits; filled -= kByteBits) {
            bytes.push_back(static_cast<std::byte>(waiting & 0xFF));
            waiting >>= kByteBits;
        }
    }
    if (filled > 0)
        bytes.push_back(static_cast<std::byte>(waiting & 0xFF));
    return bytes;
}

std::vector<std::uint32_t> unpackBits(std::span<const std::byte> bytes, std::size_t count, int bits)
{
    std::vector<std::uint32_t> numbers;
    numbers.reserve(count);
    const std::uint32_t mask = (std::uint32_t{1} << bits) - 1;
    std::uint32_t waiting = 0;
    int filled = 0;
    auto next = bytes.begin();
    for (std::size_t i = 0; i < count; ++i) {
        for (; filled < bits; filled += kByteBits)
            waiting |= std::to_integer<std::uint32_t>(*next++) << filled;
        numbers.push_back(waiting & mask);
        waiting >>= bits;
        filled -= bits;
    }
    return numbers;
}

} // namespace quantloupe
