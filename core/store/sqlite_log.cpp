// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_log.h"

#include "store/sqlite_format.h"

#include <bit>
#include <fstream>
#include <utility>
#include <vector>

namespace quantloupe {

namespace {

using namespace sqlite_format;

constexpr std::size_t kLogHeaderBytes = 32;
constexpr std::size_t kFrameHeaderBytes = 24;
/// Its last bit says how the sums are made.
constexpr std::uint32_t kLogMark = 0x377f0682;

/// The running sum of a log.
class LogSum
{
public:
    explicit LogSum(bool isBigEndian) : m_isBigEndian(isBigEndian) {}

    void add(Bytes bytes)
    {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            m_first += number(bytes, i) + m_second;
            m_second += number(bytes, i + 4) + m_first;
        }
    }
    bool isAt(Bytes bytes, std::size_t offset) const
    {
        return number32(bytes, offset) == m_first && number32(bytes, offset + 4) == m_second;
    }

private:
    std::uint32_t number(Bytes bytes, std::size_t offset) const
    {
        const std::uint32_t value = number32(bytes, offset);
        if (m_isBigEndian)
            return value;
        return value >> 24 | (value >> 8 & 0xff00) | (value << 8 & 0xff0000) | value << 24;
    }

    bool m_isBigEndian;
    std::uint32_t m_first = 0;
    std::uint32_t m_second = 0;
};

bool fill(std::ifstream &stream, std::vector<std::byte> &bytes)
{
    const auto size = static_cast<std::streamsize>(bytes.size());
    return stream.read(reinterpret_cast<char *>(bytes.data()), size) && stream.gcount() == size;
}

bool isPageSize(std::uint32_t size)
{
    return std::has_single_bit(size) && size >= kSmallestPage && size <= kLargestPage;
}

} // namespace

SqliteLog readSqliteLog(const std::filesystem::path &log, const RunContext &context)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(log, ignored))
        return {};
    std::ifstream stream(log, std::ios::binary);
    std::vector<std::byte> header(kLogHeaderBytes);
    if (!fill(stream, header) || (number32(header, 0) & ~1U) != kLogMark)
        return {};
    LogSum sum((number32(header, 0) & 1) != 0);
    sum.add(Bytes(header).first(24));
    const std::uint32_t pageSize = number32(header, 8);
    if (!sum.isAt(header, 24) || !isPageSize(pageSize))
        return {};
    SqliteLog found;
    std::vector<std::pair<std::uint32_t, std::uint64_t>> uncommitted;
    std::vector<std::byte> frame(kFrameHeaderBytes + pageSize);
    for (std::uint64_t place = kLogHeaderBytes; fill(stream, frame); place += frame.size()) {
        context.checkCancelled();
        sum.add(Bytes(frame).first(8));
        sum.add(Bytes(frame).subspan(kFrameHeaderBytes));
        const std::uint32_t page = number32(frame, 0);
        const bool isOfThisLog = number32(frame, 8) == number32(header, 16) &&
                                 number32(frame, 12) == number32(header, 20);
        if (page == 0 || !isOfThisLog || !sum.isAt(frame, 16))
            break;
        uncommitted.emplace_back(page, place + kFrameHeaderBytes);
        if (const std::uint32_t pages = number32(frame, 4); pages > 0) {
            for (const auto &[number, contents] : uncommitted)
                found.places[number] = contents;
            uncommitted.clear();
            found.pageSize = pageSize;
            found.pages = pages;
        }
    }
    return found;
}

} // namespace quantloupe
