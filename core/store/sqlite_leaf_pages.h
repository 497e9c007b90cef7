// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite_pages.h"

#include <functional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace quantloupe {

/// NULL, a number, a text or bytes, as the file has it: a whole number may stand for a real one,
/// and the number of a row for its column is NULL.
using LeafValue = std::variant<std::monostate, std::int64_t, double, std::string_view,
                               std::span<const std::byte>>;

/// A row as it lies in a page; nothing says that it is as it was written.
struct LeafRow
{
    std::uint32_t page = 0;
    std::int64_t number = 0;
    std::vector<LeafValue> values;
};

/// Finds rows in the leaf pages of tables without the pages that lead there, so that damage takes
/// the rows of its own page only. Any bytes can be read: what cannot be a row is left out.
class SqliteLeafReader
{
public:
    /// Whether a row of so many values of these kinds, by SQLite's numbers for them, is to be read
    /// at all.
    using Wanted = std::function<bool(std::span<const std::uint64_t> kinds)>;
    using Take = std::function<void(const LeafRow &)>;

    /// `pages` must live as long.
    SqliteLeafReader(SqlitePages &pages, Wanted isWanted);

    /// Calls `take` for each row of page `number`; none for a page of another kind. What it gets
    /// is valid until it returns. Rows above kLargestStoredBytes are left out, and nothing is read
    /// more than four times, whatever the rows say. Throws Error as throwSqliteError().
    void read(std::uint32_t number, const Take &take);

private:
    struct Cell;
    bool readCell(const std::vector<std::byte> &page, std::uint32_t begin, Cell &cell);
    bool addOverflow(Cell &cell);

    SqlitePages &m_pages;
    Wanted m_isWanted;
    /// Pages behind rows that may still be read, and bytes of the page that is read.
    std::uint64_t m_overflowLeft;
    std::uint64_t m_pageLeft = 0;
};

} // namespace quantloupe
