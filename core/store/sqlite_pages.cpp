// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_pages.h"

#include "store/sqlite_error.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <sqlite3.h>

namespace quantloupe {

using namespace sqlite_format;

namespace {

/// At the beginning of each SQLite file.
constexpr std::array<unsigned char, 16> kMark = {0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66,
                                                 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0x00};
/// So much of a file without its first page tells the size of its pages.
constexpr std::uint64_t kSampleBytes = 16 << 20;
/// The usual one first: it wins where several fit.
constexpr std::array<std::uint32_t, 8> kPageSizes = {4096, 512,   1024,  2048,
                                                     8192, 16384, 32768, 65536};

bool hasMark(Bytes header)
{
    return std::ranges::equal(kMark, header.first(kMark.size()), {}, {}, [](std::byte value) {
        return std::to_integer<unsigned char>(value);
    });
}

/// SQLite's own handle of the file: closing another one would drop the locks that this process
/// holds on it.
sqlite3_file *rawFile(sqlite3 *handle)
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file;
}

std::optional<SqlitePages::Header> headerIn(Bytes bytes)
{
    if (!hasMark(bytes))
        return {};
    SqlitePages::Header header;
    const std::uint32_t stated = number16(bytes, 16);
    header.pageSize = stated == 1 ? kLargestPage : stated;
    header.reserved = std::to_integer<std::uint32_t>(bytes[20]);
    header.firstTrunk = number32(bytes, 32);
    header.freePages = number32(bytes, 36);
    header.userVersion = number32(bytes, 60);
    header.applicationId = number32(bytes, 68);
    // Programs before SQLite 3.7 did not keep the number of pages.
    if (number32(bytes, 24) == number32(bytes, 92))
        header.pages = number32(bytes, 28);
    const bool isPossible = std::has_single_bit(header.pageSize) &&
                            header.pageSize >= kSmallestPage &&
                            header.pageSize - header.reserved >= kLeastUsable;
    return isPossible ? std::optional(header) : std::nullopt;
}

} // namespace

SqlitePages::SqlitePages(const std::filesystem::path &file, const RunContext &context)
    : m_file(file)
{
    const std::string name = std::filesystem::absolute(file).string();
    const int code = sqlite3_open_v2(name.c_str(), &m_handle, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_int64 bytes = 0;
    sqlite3_file *raw = code == SQLITE_OK ? rawFile(m_handle) : nullptr;
    if (!raw || !raw->pMethods || raw->pMethods->xFileSize(raw, &bytes) != SQLITE_OK) {
        sqlite3_close_v2(m_handle);
        throwSqliteError(m_file, code == SQLITE_OK ? SQLITE_IOERR : code, sqlite3_errstr(code));
    }
    try {
        m_bytes = static_cast<std::uint64_t>(bytes);
        const std::filesystem::path log = name + "-wal";
        m_log = readSqliteLog(log, context);
        if (!m_log.places.empty())
            m_logStream.open(log, std::ios::binary);
        m_header = readHeader();
        settleSize();
    } catch (...) {
        sqlite3_close_v2(m_handle);
        throw;
    }
}

SqlitePages::~SqlitePages()
{
    sqlite3_close_v2(m_handle);
}

void SqlitePages::readAt(std::uint64_t offset, std::vector<std::byte> &bytes) const
{
    sqlite3_file *raw = rawFile(m_handle);
    const int code = raw->pMethods->xRead(raw, bytes.data(), static_cast<int>(bytes.size()),
                                          static_cast<sqlite3_int64>(offset));
    // What is behind the end of the file is zeros.
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        throwSqliteError(m_file, code, sqlite3_errstr(code));
}

std::optional<SqlitePages::Header> SqlitePages::readHeader()
{
    std::vector<std::byte> bytes(kHeaderBytes);
    if (const auto place = m_log.places.find(1); place != m_log.places.end()) {
        m_logStream.seekg(static_cast<std::streamoff>(place->second));
        m_logStream.read(reinterpret_cast<char *>(bytes.data()), kHeaderBytes);
        m_logStream.clear();
    } else {
        readAt(0, bytes);
    }
    return headerIn(bytes);
}

std::uint32_t SqlitePages::guessedPageSize() const
{
    std::vector<std::byte> sample(std::min(m_bytes, kSampleBytes));
    readAt(0, sample);
    std::uint32_t best = 0;
    std::uint64_t most = 0;
    for (const std::uint32_t size : kPageSizes) {
        std::uint64_t leaves = 0;
        for (std::size_t begin = 0; begin + size <= sample.size(); begin += size)
            leaves += !leafCells(Bytes(sample).subspan(begin, size), 0).empty();
        if (leaves > most)
            best = size;
        most = std::max(most, leaves);
    }
    return best;
}

void SqlitePages::settleSize()
{
    if (m_header)
        m_pageSize = m_header->pageSize;
    else
        m_pageSize = m_log.pageSize > 0 ? m_log.pageSize : guessedPageSize();
    // One of another file.
    if (m_log.pageSize != m_pageSize)
        m_log = {};
    if (m_pageSize == 0)
        return;
    m_usable = m_pageSize - (m_header ? m_header->reserved : 0);
    const std::uint64_t inFile = m_bytes / m_pageSize + (m_bytes % m_pageSize > 0 ? 1 : 0);
    std::uint64_t last = inFile;
    for (const auto &[number, place] : m_log.places)
        last = std::max<std::uint64_t>(last, number);
    // Of what was cut off, the end of the file may hold old pages.
    const std::uint32_t stated = m_log.pages > 0 ? m_log.pages : m_header ? m_header->pages : 0;
    if (stated > 0)
        last = std::min<std::uint64_t>(last, stated);
    // The log of another file may name any number.
    last = std::min<std::uint64_t>(last, inFile + m_log.places.size());
    m_count = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(last, std::numeric_limits<std::uint32_t>::max() - 1));
}

Bytes SqlitePages::page(std::uint32_t number)
{
    m_page.assign(m_pageSize, std::byte{0});
    if (number == 0 || number > m_count)
        return Bytes(m_page).first(m_usable);
    if (const auto place = m_log.places.find(number); place != m_log.places.end()) {
        m_logStream.seekg(static_cast<std::streamoff>(place->second));
        m_logStream.read(reinterpret_cast<char *>(m_page.data()), m_pageSize);
        m_logStream.clear();
    } else if (const std::uint64_t offset = std::uint64_t(number - 1) * m_pageSize;
               offset < m_bytes) {
        readAt(offset, m_page);
    }
    return Bytes(m_page).first(m_usable);
}

void SqlitePages::visitNewestFirst(const std::function<void(std::uint32_t)> &visit,
                                   const RunContext &context) const
{
    std::vector<std::uint32_t> logged;
    for (const auto &[number, place] : m_log.places)
        if (number <= m_count)
            logged.push_back(number);
    std::ranges::sort(logged, std::ranges::greater(),
                      [this](std::uint32_t number) { return m_log.places.at(number); });
    for (const std::uint32_t number : logged) {
        context.checkCancelled();
        visit(number);
    }
    for (std::uint32_t number = 1; number <= m_count; ++number) {
        context.checkCancelled();
        if (!m_log.places.contains(number))
            visit(number);
    }
}

bool SqlitePages::followFreeList(std::vector<bool> &free, const RunContext &context)
{
    std::uint32_t left = m_header ? m_header->freePages : 0;
    std::uint32_t number = m_header ? m_header->firstTrunk : 0;
    while (number != 0) {
        context.checkCancelled();
        // One that leads back would never end.
        if (number > m_count || free[number] || left == 0)
            return false;
        const std::optional<Trunk> trunk = trunkIn(page(number), m_count);
        if (!trunk || trunk->free.size() > left - 1)
            return false;
        free[number] = true;
        for (const std::uint32_t each : trunk->free)
            free[each] = true;
        left -= 1 + static_cast<std::uint32_t>(trunk->free.size());
        number = trunk->next;
    }
    return m_header && left == 0;
}

std::vector<bool> SqlitePages::freePages(const RunContext &context)
{
    std::vector<bool> free(std::size_t(m_count) + 1);
    if (followFreeList(free, context))
        return free;
    for (std::uint32_t number = 2; number <= m_count; ++number) {
        context.checkCancelled();
        if (const std::optional<Trunk> trunk = trunkIn(page(number), m_count))
            for (const std::uint32_t each : trunk->free)
                free[each] = true;
    }
    return free;
}

} // namespace quantloupe
