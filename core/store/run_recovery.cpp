// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_recovery.h"

#include "base/error.h"
#include "base/file_io.h"
#include "base/version.h"
#include "store/row_sum.h"
#include "store/store_file.h"
#include "store/stored_run.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

/// Numbers of rows that are tried one by one over a damaged part, where nothing tells the largest
/// one: some damage hides thousands.
constexpr std::int64_t kMostTried = 200000;

fs::path freeNameBeside(const fs::path &file)
{
    for (int number = 1;; ++number) {
        const std::string ending = number == 1 ? "" : "-" + std::to_string(number);
        fs::path name = file.parent_path() /
                        (file.stem().string() + "-recovered" + ending + file.extension().string());
        if (!fs::exists(fs::symlink_status(name)))
            return name;
    }
}

/// "?1, ?2, ..." for so many values.
std::string places(int count)
{
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += (i == 1 ? "?" : ", ?") + std::to_string(i);
    return text;
}

std::string insertion(const StoreTable &table, int columns)
{
    return std::string("INSERT INTO ") + table.name + "(" + table.columns + ") VALUES(" +
           places(columns) + ")";
}

/// As SQL writes a name, whatever is in it.
std::string quoted(std::string_view name)
{
    std::string text = "\"";
    for (const char letter : name)
        text.append(letter == '"' ? 2 : 1, letter);
    return text + "\"";
}

/// What tells the numbers of a table's rows: the end of its tree, which has the largest one, and
/// each of its indexes, which are in another order.
std::vector<std::string> questionsForRows(SqliteConnection &from, const StoreTable &table)
{
    const std::string name = table.name;
    std::vector<std::string> all = {"SELECT max(rowid) FROM " + name + " NOT INDEXED"};
    SqliteStatement index(
        from, "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1", table.name);
    while (index.stepUnlessDamaged().value_or(false))
        all.push_back("SELECT rowid FROM " + name + " INDEXED BY " + quoted(index.view(0)));
    return all;
}

/// The largest answer; absent where damage hides one.
std::optional<std::int64_t> largestAnswer(SqliteConnection &from, const std::string &question,
                                          const RunContext &context)
{
    SqliteStatement row(from, question);
    std::int64_t largest = 0;
    while (true) {
        context.checkCancelled();
        const std::optional<bool> isThere = row.stepUnlessDamaged();
        if (!isThere)
            return {};
        if (!*isThere)
            return largest;
        largest = std::max(largest, row.integer(0));
    }
}

/// The largest number of a row, from whichever place damage left; absent where it left none.
std::optional<std::int64_t> largestRow(SqliteConnection &from, const StoreTable &table,
                                       const RunContext &context)
{
    std::optional<std::int64_t> largest;
    for (const std::string &question : questionsForRows(from, table)) {
        try {
            if (const auto found = largestAnswer(from, question, context))
                largest = std::max(largest.value_or(0), *found);
        } catch (const Error &error) {
            // An index that is none is SQLite's internal failure.
            if (error.kind() != ErrorKind::Internal && error.kind() != ErrorKind::BadInput)
                throw;
        }
    }
    return largest;
}

/// Copies one table; damage ends a search, which then begins behind it.
class TableCopy
{
public:
    /// Throws Error{BadInput} where damage hides the whole table.
    TableCopy(SqliteConnection &from, SqliteConnection &to, const StoreTable &table)
        : m_from(from),
          m_table(table),
          m_row(from, std::string("SELECT rowid, ") + table.columns + " FROM " + table.name +
                          " WHERE rowid > ?1 ORDER BY rowid"),
          m_copy(to, insertion(table, m_row.columns() - 1))
    {
    }

    void run(const RunContext &context)
    {
        std::optional<std::int64_t> end;
        std::int64_t tried = 0;
        for (std::int64_t before = m_last; !copyBehindLast(context); before = ++m_last) {
            if (!end)
                end = largestRow(m_from, m_table, context)
                          .value_or(std::numeric_limits<std::int64_t>::max());
            tried = m_last == before ? tried + 1 : 0;
            if (m_last >= *end || tried == kMostTried)
                return;
        }
    }

    std::size_t copied() const { return m_copied; }
    std::size_t damaged() const { return m_damaged; }

private:
    /// False where damage ended it.
    bool copyBehindLast(const RunContext &context)
    {
        m_row.reset();
        m_row.bind(m_last);
        while (true) {
            context.checkCancelled();
            const std::optional<bool> isThere = m_row.stepUnlessDamaged();
            if (!isThere)
                return false;
            if (!*isThere)
                return true;
            // A damaged tree may lead back.
            if (m_row.integer(0) <= m_last)
                return false;
            m_last = m_row.integer(0);
            if (isAsWritten(m_table, m_row, 1) && insert())
                ++m_copied;
            else
                ++m_damaged;
        }
    }

    /// False for one that breaks a rule of the table.
    bool insert()
    {
        try {
            m_copy.reset();
            for (int column = 1; column < m_row.columns(); ++column)
                m_copy.bindColumn(m_row, column);
            m_copy.run();
            return true;
        } catch (const Error &error) {
            // What breaks a rule is SQLite's internal failure.
            if (error.kind() != ErrorKind::Internal && error.kind() != ErrorKind::BadInput)
                throw;
            return false;
        }
    }

    SqliteConnection &m_from;
    const StoreTable &m_table;
    SqliteStatement m_row;
    SqliteStatement m_copy;
    std::int64_t m_last = 0;
    std::size_t m_copied = 0;
    std::size_t m_damaged = 0;
};

void copyTable(SqliteConnection &from, SqliteConnection &to, const StoreTable &table,
               RecoveredStore &recovered, const RunContext &context)
{
    recovered.rows[table.name] = 0;
    std::optional<TableCopy> copy;
    try {
        copy.emplace(from, to, table);
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::BadInput)
            throw;
        return;
    }
    copy->run(context);
    recovered.rows[table.name] = copy->copied();
    recovered.damaged += copy->damaged();
}

/// Reads one state of the file, and locks it once instead of at every search.
class ReadTransaction
{
public:
    explicit ReadTransaction(SqliteConnection &connection) : m_connection(connection)
    {
        connection.execute("BEGIN");
    }
    ~ReadTransaction()
    {
        try {
            m_connection.execute("ROLLBACK");
        } catch (const Error &) {
            // Some errors of reading end it before.
        }
    }
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    SqliteConnection &m_connection;
};

/// Results whose run was lost get one to belong to.
std::size_t addNamelessRuns(SqliteConnection &connection)
{
    SqliteStatement row(connection, "SELECT run FROM cells UNION SELECT run FROM reports UNION "
                                    "SELECT run FROM trials UNION SELECT run FROM thumbnails "
                                    "EXCEPT SELECT id FROM runs");
    std::vector<RunId> lost;
    while (row.step())
        lost.push_back(row.integer(0));
    for (const RunId run : lost)
        SqliteStatement(connection,
                        "INSERT INTO runs VALUES(?1, 'unknown', '[]', '', 'null', '', ?2, '{}', 0, "
                        "0, ?3, 'interrupted', NULL, 0, '', 0, '')",
                        run, kVersion,
                        rowSum("runs", run, "unknown", "[]", "", "null", "", kVersion, "{}", 0, 0))
            .run();
    return lost.size();
}

/// After all is copied: what names something that was lost.
void mend(SqliteConnection &connection)
{
    for (const char *sql : {"UPDATE runs SET generator = NULL WHERE generator NOT IN "
                            "(SELECT sha256 FROM generators)",
                            "DELETE FROM tags WHERE run NOT IN (SELECT id FROM runs)",
                            "UPDATE runs SET state = 'interrupted' WHERE state = 'running'"})
        connection.execute(sql);
}

void copyAll(SqliteConnection &from, SqliteConnection &to, RecoveredStore &recovered,
             const RunContext &context)
{
    to.execute("PRAGMA foreign_keys = OFF");
    SqliteTransaction transaction(to);
    for (const StoreTable &table : storeTables())
        copyTable(from, to, table, recovered, context);
    recovered.nameless = addNamelessRuns(to);
    mend(to);
    transaction.commit();
}

} // namespace

RecoveredStore recoverStore(const fs::path &file, const RunContext &context)
{
    requireReadableFile(file);
    SqliteConnection from(file, SqliteConnection::Mode::Damaged);
    requireStoreMarks(from);
    const ReadTransaction reading(from);
    RecoveredStore recovered;
    do {
        recovered = {};
        recovered.file = freeNameBeside(file);
    } while (!createStoreFile(recovered.file, [&](SqliteConnection &to) {
        copyAll(from, to, recovered, context);
        if (std::ranges::all_of(recovered.rows, [](const auto &row) { return row.second == 0; }))
            throw Error(ErrorKind::BadInput,
                        file.string() + " holds nothing that could be recovered.");
    }));
    return recovered;
}

} // namespace quantloupe
