// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_format.h"

namespace quantloupe::sqlite_format {

namespace {

constexpr std::byte kTableLeaf{0x0d};
constexpr std::size_t kLeafHeaderBytes = 8;

bool isWithin(Bytes bytes, std::size_t offset, std::size_t size)
{
    return offset <= bytes.size() && size <= bytes.size() - offset;
}

} // namespace

std::uint32_t number16(Bytes bytes, std::size_t offset)
{
    if (!isWithin(bytes, offset, 2))
        return 0;
    return std::to_integer<std::uint32_t>(bytes[offset]) << 8 |
           std::to_integer<std::uint32_t>(bytes[offset + 1]);
}

std::uint32_t number32(Bytes bytes, std::size_t offset)
{
    if (!isWithin(bytes, offset, 4))
        return 0;
    return number16(bytes, offset) << 16 | number16(bytes, offset + 2);
}

std::optional<std::uint64_t> takeVarint(Bytes bytes, std::size_t &offset)
{
    std::uint64_t value = 0;
    for (int i = 0; i < 9; ++i) {
        if (offset >= bytes.size())
            return {};
        const auto byte = std::to_integer<std::uint64_t>(bytes[offset++]);
        // All of the ninth byte counts.
        if (i == 8)
            return value << 8 | byte;
        value = value << 7 | (byte & 0x7f);
        if (byte < 0x80)
            return value;
    }
    return value;
}

std::vector<std::uint32_t> leafCells(Bytes usable, std::size_t header)
{
    if (!isWithin(usable, header, kLeafHeaderBytes) || usable[header] != kTableLeaf)
        return {};
    const std::size_t count = number16(usable, header + 3);
    const std::size_t stated = number16(usable, header + 5);
    const std::size_t contents = stated == 0 ? kLargestPage : stated;
    const std::size_t list = header + kLeafHeaderBytes;
    // Behind the list are places of cells that were deleted: a count that grew would bring them
    // back.
    if (contents > usable.size() || list + 2 * count > contents)
        return {};
    std::vector<std::uint32_t> cells;
    cells.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        if (const std::uint32_t cell = number16(usable, list + 2 * i);
            cell >= contents && cell < usable.size())
            cells.push_back(cell);
    return cells;
}

std::optional<Trunk> trunkIn(Bytes usable, std::uint32_t pages)
{
    Trunk trunk;
    trunk.next = number32(usable, 0);
    const std::size_t count = number32(usable, 4);
    if (usable.size() < kLeastUsable || trunk.next > pages || count > usable.size() / 4 - 2)
        return {};
    trunk.free.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t page = number32(usable, 8 + 4 * i);
        if (page < 2 || page > pages)
            return {};
        trunk.free.push_back(page);
    }
    return trunk;
}

} // namespace quantloupe::sqlite_format
