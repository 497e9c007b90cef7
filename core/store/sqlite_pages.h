// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite_format.h"
#include "store/sqlite_log.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <vector>

struct sqlite3;

namespace quantloupe {

/// The pages of a SQLite file that may be damaged, with what its log adds to them. Numbers of pages
/// count from 1. Nothing is written. Not thread-safe.
class SqlitePages
{
public:
    /// What the first page says of the file; nothing of it is checked but `pageSize` and
    /// `reserved`.
    struct Header
    {
        std::uint32_t pageSize = 0;
        /// Unused bytes at the end of each page.
        std::uint32_t reserved = 0;
        std::uint32_t firstTrunk = 0;
        std::uint32_t freePages = 0;
        std::uint32_t applicationId = 0;
        std::uint32_t userVersion = 0;
        /// 0 where it is not known.
        std::uint32_t pages = 0;
    };

    /// Throws Error as throwSqliteError() where the file cannot be read, and Cancelled.
    SqlitePages(const std::filesystem::path &file, const RunContext &context);
    ~SqlitePages();
    SqlitePages(const SqlitePages &) = delete;
    SqlitePages &operator=(const SqlitePages &) = delete;

    /// Absent where the first page is not one of SQLite. The size of pages is then that of the log,
    /// or the one by which the beginning of the file holds the most leaf pages.
    const std::optional<Header> &header() const { return m_header; }
    /// 0 where nothing looks like a page.
    std::uint32_t count() const { return m_count; }
    /// The part of page `number`, 1 to count(), that SQLite uses; zeros where the file ends before.
    /// Valid until the next call.
    sqlite_format::Bytes page(std::uint32_t number);
    /// Calls `visit` with all numbers: first those in the log, the newest first, which were written
    /// after all others. Throws Cancelled.
    void visitNewestFirst(const std::function<void(std::uint32_t)> &visit,
                          const RunContext &context) const;

    /// Which pages the file says are in no use, by number. Where damage hides a part of its list of
    /// them, each page that looks like a part of it counts as one.
    std::vector<bool> freePages(const RunContext &context);

private:
    void readAt(std::uint64_t offset, std::vector<std::byte> &bytes) const;
    std::optional<Header> readHeader();
    std::uint32_t guessedPageSize() const;
    void settleSize();
    /// False where it ends on damage.
    bool followFreeList(std::vector<bool> &free, const RunContext &context);

    std::filesystem::path m_file;
    sqlite3 *m_handle = nullptr;
    std::uint64_t m_bytes = 0;
    SqliteLog m_log;
    std::ifstream m_logStream;
    std::optional<Header> m_header;
    std::uint32_t m_pageSize = 0;
    std::uint32_t m_usable = 0;
    std::uint32_t m_count = 0;
    std::vector<std::byte> m_page;
};

} // namespace quantloupe
