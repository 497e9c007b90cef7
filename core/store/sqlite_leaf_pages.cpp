// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_leaf_pages.h"

#include "store/sqlite_error.h"

#include <algorithm>
#include <array>
#include <bit>

namespace quantloupe {

using namespace sqlite_format;

namespace {

/// Nothing is read more often where many damaged rows name the same bytes.
constexpr std::uint64_t kMostReadings = 4;

/// Of a value of this kind, in bytes; absent for kinds that are none.
std::optional<std::uint64_t> sizeOf(std::uint64_t kind)
{
    constexpr std::array<std::uint64_t, 10> kNumbers = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (kind < kNumbers.size())
        return kNumbers[kind];
    if (kind < 12)
        return {};
    return (kind - 12) / 2;
}

/// The kinds at the beginning of a row, and where its values begin.
struct Head
{
    std::vector<std::uint64_t> kinds;
    std::size_t size = 0;
};

/// Absent where the values would not fill `payload` bytes exactly.
std::optional<Head> headIn(Bytes bytes, std::uint64_t payload)
{
    std::size_t offset = 0;
    const std::optional<std::uint64_t> size = takeVarint(bytes, offset);
    if (!size || *size < offset || *size > bytes.size())
        return {};
    Head head{{}, static_cast<std::size_t>(*size)};
    std::uint64_t left = payload - *size;
    while (offset < head.size) {
        const auto kind = takeVarint(bytes.first(head.size), offset);
        const auto bytesOfIt = kind ? sizeOf(*kind) : std::nullopt;
        if (!bytesOfIt || *bytesOfIt > left)
            return {};
        left -= *bytesOfIt;
        head.kinds.push_back(*kind);
    }
    return left == 0 ? std::optional(std::move(head)) : std::nullopt;
}

std::int64_t wholeNumber(Bytes bytes)
{
    // The first bit is the sign of all.
    const bool isNegative = !bytes.empty() && std::to_integer<unsigned>(bytes[0]) >= 0x80;
    std::uint64_t value = isNegative ? ~std::uint64_t{0} : 0;
    for (const std::byte byte : bytes)
        value = value << 8 | std::to_integer<std::uint64_t>(byte);
    return static_cast<std::int64_t>(value);
}

LeafValue valueOf(std::uint64_t kind, Bytes bytes)
{
    if (kind == 0)
        return std::monostate();
    if (kind == 7)
        return std::bit_cast<double>(wholeNumber(bytes));
    if (kind == 8 || kind == 9)
        return static_cast<std::int64_t>(kind - 8);
    if (kind < 7)
        return wholeNumber(bytes);
    if (kind % 2 == 0)
        return bytes;
    return std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

/// How much of a row of `payload` bytes is in the page itself.
std::uint64_t localSize(std::uint64_t payload, std::uint64_t usable)
{
    const std::uint64_t most = usable - 35;
    if (payload <= most)
        return payload;
    const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
    const std::uint64_t size = least + (payload - least) % (usable - 4);
    return size <= most ? size : least;
}

} // namespace

struct SqliteLeafReader::Cell
{
    std::int64_t number = 0;
    std::vector<std::uint64_t> kinds;
    std::size_t head = 0;
    /// Of all values and their kinds.
    std::uint64_t size = 0;
    std::vector<std::byte> payload;
    std::uint32_t overflow = 0;
};

SqliteLeafReader::SqliteLeafReader(SqlitePages &pages, Wanted isWanted)
    : m_pages(pages), m_isWanted(std::move(isWanted)), m_overflowLeft(kMostReadings * pages.count())
{
}

void SqliteLeafReader::read(std::uint32_t number, const Take &take)
{
    const Bytes bytes = m_pages.page(number);
    const std::vector<std::uint32_t> cells = leafCells(bytes, number == 1 ? kHeaderBytes : 0);
    if (cells.empty())
        return;
    // Pages behind its rows are read in between.
    const std::vector<std::byte> page(bytes.begin(), bytes.end());
    m_pageLeft = kMostReadings * page.size();
    for (const std::uint32_t begin : cells) {
        Cell cell;
        if (!readCell(page, begin, cell))
            continue;
        LeafRow row{number, cell.number, {}};
        std::size_t offset = cell.head;
        for (const std::uint64_t kind : cell.kinds) {
            const auto size = static_cast<std::size_t>(sizeOf(kind).value_or(0));
            row.values.push_back(valueOf(kind, Bytes(cell.payload).subspan(offset, size)));
            offset += size;
        }
        take(row);
    }
}

bool SqliteLeafReader::readCell(const std::vector<std::byte> &page, std::uint32_t begin, Cell &cell)
{
    std::size_t offset = begin;
    const auto size = takeVarint(page, offset);
    const auto number = takeVarint(page, offset);
    if (!size || !number || *size > std::uint64_t(kLargestStoredBytes))
        return false;
    cell.size = *size;
    cell.number = static_cast<std::int64_t>(*number);
    const std::uint64_t local = localSize(cell.size, page.size());
    const std::uint64_t behind = local < cell.size ? 4 : 0;
    if (local + behind > page.size() - offset || local > m_pageLeft)
        return false;
    m_pageLeft -= local;
    const Bytes inPage = Bytes(page).subspan(offset, static_cast<std::size_t>(local));
    std::optional<Head> head = headIn(inPage, cell.size);
    if (!head || !m_isWanted(head->kinds))
        return false;
    cell.kinds = std::move(head->kinds);
    cell.head = head->size;
    cell.payload.assign(inPage.begin(), inPage.end());
    cell.overflow = behind > 0 ? number32(page, offset + static_cast<std::size_t>(local)) : 0;
    return addOverflow(cell);
}

bool SqliteLeafReader::addOverflow(Cell &cell)
{
    // Each page adds to the row, so that one that leads back ends, too.
    while (cell.payload.size() < cell.size) {
        if (cell.overflow < 2 || cell.overflow > m_pages.count() || m_overflowLeft == 0)
            return false;
        --m_overflowLeft;
        const Bytes page = m_pages.page(cell.overflow);
        const Bytes contents = page.subspan(4).first(static_cast<std::size_t>(
            std::min<std::uint64_t>(cell.size - cell.payload.size(), page.size() - 4)));
        cell.payload.insert(cell.payload.end(), contents.begin(), contents.end());
        cell.overflow = number32(page, 0);
    }
    return true;
}

} // namespace quantloupe
