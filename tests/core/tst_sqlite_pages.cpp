// SPDX-License-Identifier: GPL-3.0-or-later
#include "stored_runs.h"

#include "base/file_io.h"
#include "base/hash.h"
#include "store/sqlite_leaf_pages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <sqlite3.h>

using namespace stored_runs;
namespace fs = std::filesystem;

namespace {

constexpr int kCells = 400;

/// As it is the same whoever read it: with its kind, and the number of its row first.
using Row = std::vector<std::string>;

std::string ofNumber(std::int64_t value)
{
    return "n" + std::to_string(value);
}

/// The file has whole ones as whole numbers.
std::string ofReal(double value)
{
    const bool isWhole = std::abs(value) < 1e15 && value == std::floor(value);
    return isWhole ? ofNumber(static_cast<std::int64_t>(value)) : "r" + std::to_string(value);
}

/// Runs with values of all kinds and sizes.
void fill(RunStore &store)
{
    for (int i = 0; i < 3; ++i) {
        const RunId run = store.beginRun(request("metrics", std::to_string(i)));
        for (int cell = 0; cell < kCells; ++cell)
            store.appendCell(run, cellKey(cell), cellJson(cell * (i + 1)));
        store.appendTrial(run, {R"({"all":"w4"})", R"({"psnr":31.25})"});
        for (const std::size_t bytes : {std::size_t{0}, std::size_t{480}, std::size_t{4061},
                                        std::size_t{4062}, std::size_t{5000}, std::size_t{300000}})
            store.setThumbnail(run, std::to_string(bytes),
                               std::vector<std::byte>(bytes, std::byte(i + 1)));
        store.finishRun(run, {RunState::Finished, R"({"text":")" + std::string(20000, 'y') + "\"}",
                              StoredGenerator{std::string(64, 'a'), "faces.pth"}});
        store.setNote(run, std::string(static_cast<std::size_t>(i), 'n'));
        store.setTags(run, {"one", "two"});
    }
}

/// One answer of SQL.
std::vector<Row> answers(sqlite3 *handle, const std::string &sql)
{
    std::vector<Row> rows;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        return {};
    while (sqlite3_step(statement) == SQLITE_ROW) {
        Row &row = rows.emplace_back();
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const int kind = sqlite3_column_type(statement, column);
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
            if (kind == SQLITE_NULL)
                row.emplace_back("0");
            else if (kind == SQLITE_INTEGER)
                row.push_back(ofNumber(sqlite3_column_int64(statement, column)));
            else if (kind == SQLITE_FLOAT)
                row.push_back(ofReal(sqlite3_column_double(statement, column)));
            else if (kind == SQLITE_TEXT)
                row.push_back("t" + std::string(reinterpret_cast<const char *>(
                                                    sqlite3_column_text(statement, column)),
                                                size));
            else
                row.push_back(
                    "b" + std::string(static_cast<const char *>(
                                          size > 0 ? sqlite3_column_blob(statement, column) : ""),
                                      size));
        }
    }
    sqlite3_finalize(statement);
    return rows;
}

/// All rows of all tables, as SQL has them. The schema is the one table of which the first page is
/// a part.
std::vector<Row> readBySql(const fs::path &file, bool withSchema = true)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    std::vector<Row> all;
    if (withSchema)
        all = answers(handle, "SELECT rowid, * FROM sqlite_schema");
    for (const Row &table : answers(handle, "SELECT name FROM sqlite_schema WHERE type = 'table'"))
        for (Row &row : answers(handle, "SELECT rowid, * FROM " + table.at(0).substr(1)))
            all.push_back(std::move(row));
    sqlite3_close(handle);
    std::ranges::sort(all);
    return all;
}

std::string textOf(const LeafValue &value)
{
    if (std::holds_alternative<std::monostate>(value))
        return "0";
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return ofNumber(*number);
    if (const auto *real = std::get_if<double>(&value))
        return ofReal(*real);
    if (const auto *text = std::get_if<std::string_view>(&value))
        return "t" + std::string(*text);
    const auto bytes = std::get<std::span<const std::byte>>(value);
    return "b" + std::string(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

/// The same from the pages that are not free.
std::vector<Row> readByPages(const fs::path &file)
{
    SqlitePages pages(file, RunContext());
    SqliteLeafReader reader(pages, [](auto) { return true; });
    const std::vector<bool> free = pages.freePages(RunContext());
    std::vector<Row> all;
    const auto take = [&](const LeafRow &found) {
        Row &row = all.emplace_back();
        row.push_back(ofNumber(found.number));
        for (const LeafValue &value : found.values)
            row.push_back(textOf(value));
        // SQL shows the number of a run in its column.
        constexpr std::size_t kColumnsOfRuns = 17;
        if (found.values.size() == kColumnsOfRuns && row.at(1) == "0")
            row.at(1) = row.at(0);
    };
    const auto visit = [&](std::uint32_t number) {
        if (!free[number])
            reader.read(number, take);
    };
    pages.visitNewestFirst(visit, RunContext());
    std::ranges::sort(all);
    return all;
}

std::string noise(std::size_t size, std::uint64_t seed)
{
    std::string bytes(size, 0);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(mixHash(seed, i));
    return bytes;
}

void write(const fs::path &file, const std::string &bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// Writes the whole file again with pages of another size.
void repack(const fs::path &file, int pageSize, int reserved)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    const std::string size =
        "PRAGMA journal_mode = DELETE; PRAGMA page_size = " + std::to_string(pageSize);
    sqlite3_exec(handle, size.c_str(), nullptr, nullptr, nullptr);
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    QCOMPARE(sqlite3_exec(handle, "VACUUM", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(handle);
}

} // namespace

/// What the pages of a run store hold, without the tables that SQL makes of them.
class TestSqlitePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Once: each row is on the disk before the next one.
    void initTestCase()
    {
        RunStore store(fileIn(m_original));
        fill(store);
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anIntactFileIsReadExactly_data()
    {
        QTest::addColumn<int>("pageSize");
        QTest::addColumn<int>("reserved");
        QTest::newRow("as written") << 0 << 0;
        for (const int size : {512, 1024, 4096, 16384, 65536})
            QTest::addRow("pages of %d", size) << size << 0;
        QTest::newRow("an unused end of each page") << 512 << 32;
    }
    void anIntactFileIsReadExactly()
    {
        QFETCH(const int, pageSize);
        QFETCH(const int, reserved);
        fillFile();
        if (pageSize > 0)
            repack(file(), pageSize, reserved);
        SqlitePages pages(file(), RunContext());
        QVERIFY(pages.header());
        QCOMPARE(pages.header()->pageSize, std::uint32_t(pageSize > 0 ? pageSize : 4096));
        QCOMPARE(pages.header()->reserved, std::uint32_t(reserved));
        const std::vector<Row> rows = readBySql(file());
        QVERIFY(rows.size() > std::size_t(3 * kCells));
        QVERIFY(readByPages(file()) == rows);
    }

    void withoutTheFirstPageTheOthersAreRead_data()
    {
        QTest::addColumn<int>("pageSize");
        for (const int size : {512, 4096, 8192})
            QTest::addRow("pages of %d", size) << size;
    }
    void withoutTheFirstPageTheOthersAreRead()
    {
        QFETCH(const int, pageSize);
        fillFile();
        repack(file(), pageSize, 0);
        const std::vector<Row> all = readBySql(file());
        const std::vector<Row> rows = readBySql(file(), false);
        std::string bytes = readTextFile(file());
        const auto size = static_cast<std::size_t>(pageSize);
        bytes.replace(0, size, noise(size, 1));
        write(file(), bytes);
        QVERIFY(!SqlitePages(file(), RunContext()).header());
        const std::vector<Row> found = readByPages(file());
        // With small pages, the schema has more than the first one.
        QVERIFY(std::ranges::includes(found, rows));
        QVERIFY(std::ranges::includes(all, found));
    }

    void theLogIsReadToItsLastCommit()
    {
        RunStore store(file());
        fill(store);
        const std::string log = readTextFile(file().string() + "-wal");
        QVERIFY(log.size() > 100000);
        const fs::path copy = fileIn(*m_folder, "copy.db");
        for (int part = 0; part <= 20; ++part) {
            fs::copy_file(file(), copy, fs::copy_options::overwrite_existing);
            write(copy.string() + "-wal", log.substr(0, log.size() * std::size_t(part) / 20));
            const std::vector<Row> found = readByPages(copy);
            QVERIFY(found == readBySql(copy));
            fs::remove(copy.string() + "-wal");
        }
    }

    void pagesOfRemovedRowsAreFree()
    {
        fillFile();
        {
            RunStore store(file());
            store.remove(2);
            store.purge();
        }
        SqlitePages pages(file(), RunContext());
        QVERIFY(pages.header()->freePages > 20);
        QCOMPARE(std::ranges::count(pages.freePages(RunContext()), true),
                 std::ptrdiff_t(pages.header()->freePages));
        QVERIFY(readByPages(file()) == readBySql(file()));
    }

    /// By what the pages of the list look like.
    void freePagesAreFoundWithoutTheirBeginning()
    {
        fillFile();
        {
            RunStore store(file());
            store.remove(2);
            store.purge();
        }
        const std::vector<Row> rows = readBySql(file());
        std::string bytes = readTextFile(file());
        bytes.replace(32, 8, noise(8, 3));
        write(file(), bytes);
        QVERIFY(readByPages(file()) == rows);
    }

    /// The pages behind a row name each other in a circle.
    void circlesEnd()
    {
        fillFile();
        const std::vector<Row> rows = readBySql(file());
        std::string bytes = readTextFile(file());
        constexpr std::size_t kPageSize = 4096;
        std::size_t changed = 0;
        for (std::size_t page = 1; (page + 1) * kPageSize <= bytes.size(); ++page) {
            const std::size_t begin = page * kPageSize;
            // Pages of the pictures are full of one number.
            if (bytes.substr(begin + 4, kPageSize - 4) != std::string(kPageSize - 4, '\2'))
                continue;
            const auto number = static_cast<std::uint32_t>(page + 1);
            for (int i = 0; i < 4; ++i)
                bytes[begin + std::size_t(i)] = static_cast<char>(number >> (24 - 8 * i));
            ++changed;
        }
        QVERIFY(changed > 50);
        write(file(), bytes);
        const std::vector<Row> found = readByPages(file());
        QVERIFY(found.size() <= rows.size());
        QVERIFY(found.size() + 3 >= rows.size());
    }

    void anyBytesCanBeRead()
    {
        fillFile();
        const std::string intact = readTextFile(file());
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            std::string bytes = intact;
            const std::uint64_t changes = std::uint64_t{1} << (seed % 12);
            for (std::uint64_t i = 0; i < changes; ++i) {
                // Every other one is where pages tell what they hold.
                std::uint64_t place = mixHash(seed, 2 * i) % bytes.size();
                if (i % 2 == 0)
                    place = place / 4096 * 4096 + place % 64;
                // The first bytes tell that it is SQLite's.
                if (place >= 16)
                    bytes[place] = static_cast<char>(mixHash(seed, 2 * i + 1));
            }
            write(file(), bytes);
            readByPages(file());
        }
    }

    void noiseAndOtherFilesHoldNoRows()
    {
        for (const std::string &bytes : {std::string(), std::string(10000, 'x'), noise(500000, 7),
                                         std::string(20000, '\x0d'), std::string(20000, '\0')}) {
            write(file(), bytes);
            QCOMPARE(readByPages(file()).size(), std::size_t(0));
        }
    }

    /// Numbers that fit at the very end of what is read, and beyond.
    void numbersEndWithTheirBytes()
    {
        using namespace sqlite_format;
        const std::array bytes = {std::byte{0x81}, std::byte{0x00}, std::byte{0xff}};
        std::size_t offset = 0;
        QCOMPARE(takeVarint(bytes, offset).value_or(0), std::uint64_t(128));
        QCOMPARE(offset, std::size_t(2));
        QVERIFY(!takeVarint(bytes, offset));
        std::vector<std::byte> longest(9, std::byte{0xff});
        offset = 0;
        QCOMPARE(takeVarint(longest, offset).value_or(0), ~std::uint64_t{0});
        QCOMPARE(number32(bytes, 0), 0U);
        QCOMPARE(number16(bytes, 1), 0x00ffU);
        QCOMPARE(number16(bytes, 2), 0U);
    }

private:
    fs::path file() const { return fileIn(*m_folder); }
    void fillFile() { fs::copy_file(fileIn(m_original), file()); }

    QTemporaryDir m_original;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSqlitePages)

#include "tst_sqlite_pages.moc"
