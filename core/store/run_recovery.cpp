// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_recovery.h"

#include "base/error.h"
#include "base/file_io.h"
#include "base/version.h"
#include "store/row_sum.h"
#include "store/store_file.h"
#include "store/stored_run.h"

#include <algorithm>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

/// Numbers of rows that are tried one by one over a damaged part: some damage hides thousands.
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

/// Copies one table; damage ends a search, which then begins behind it.
class TableCopy
{
public:
    TableCopy(SqliteConnection &from, SqliteConnection &to, const StoreTable &table)
        : m_from(from), m_to(to), m_table(table)
    {
    }

    void run(const RunContext &context)
    {
        std::int64_t tried = 0;
        while (tried < kMostTried) {
            context.checkCancelled();
            const std::int64_t before = m_last;
            try {
                copyBehindLast();
                return;
            } catch (const Error &error) {
                if (error.kind() != ErrorKind::BadInput)
                    throw;
                tried = m_last == before ? tried + 1 : 0;
                ++m_last;
            }
        }
    }

    std::size_t copied() const { return m_copied; }
    std::size_t damaged() const { return m_damaged; }

private:
    void copyBehindLast()
    {
        SqliteStatement row(m_from,
                            std::string("SELECT rowid, ") + m_table.columns + " FROM " +
                                m_table.name + " WHERE rowid > ?1 ORDER BY rowid",
                            m_last);
        while (row.step()) {
            // A damaged tree may lead back.
            if (row.integer(0) <= m_last)
                throw Error(ErrorKind::BadInput, "");
            m_last = row.integer(0);
            if (isAsWritten(m_table, row, 1) && insert(row))
                ++m_copied;
            else
                ++m_damaged;
        }
    }

    /// False for one that breaks a rule of the table.
    bool insert(const SqliteStatement &row)
    {
        try {
            SqliteStatement copy(m_to, std::string("INSERT INTO ") + m_table.name + "(" +
                                           m_table.columns + ") VALUES(" +
                                           places(row.columns() - 1) + ")");
            for (int column = 1; column < row.columns(); ++column)
                copy.bindColumn(row, column);
            copy.run();
            return true;
        } catch (const Error &error) {
            // What breaks a rule is SQLite's internal failure.
            if (error.kind() != ErrorKind::Internal && error.kind() != ErrorKind::BadInput)
                throw;
            return false;
        }
    }

    SqliteConnection &m_from;
    SqliteConnection &m_to;
    const StoreTable &m_table;
    std::int64_t m_last = 0;
    std::size_t m_copied = 0;
    std::size_t m_damaged = 0;
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
                        "0, ?3, 'interrupted', NULL, 0, '', 0)",
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
    for (const StoreTable &table : storeTables()) {
        TableCopy copy(from, to, table);
        copy.run(context);
        recovered.rows[table.name] = copy.copied();
        recovered.damaged += copy.damaged();
    }
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
