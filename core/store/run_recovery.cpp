// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_recovery.h"

#include "base/error.h"
#include "base/file_io.h"
#include "base/version.h"
#include "store/page_rescue.h"
#include "store/row_sum.h"
#include "store/sqlite_error.h"
#include "store/sqlite_pages.h"
#include "store/store_file.h"
#include "store/stored_run.h"
#include "store/table_copy.h"

#include <memory>
#include <optional>
#include <vector>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

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

/// Whether a file that SQLite refuses is a store of this version, or has lost the page that says
/// what it is.
bool couldBeStore(const SqlitePages &pages)
{
    const std::optional<SqlitePages::Header> &header = pages.header();
    if (!header)
        return pages.count() > 0;
    return header->applicationId == kStoreApplication &&
           header->userVersion == std::uint32_t(kStoreVersion);
}

/// Null where the first page of what could be a store is lost: without it, SQLite reads nothing.
/// `isNamed` is then whether the file still says that it is a store.
std::unique_ptr<SqliteConnection> openDamaged(const fs::path &file, bool &isNamed,
                                              const RunContext &context)
{
    try {
        auto connection = std::make_unique<SqliteConnection>(file, SqliteConnection::Mode::Damaged);
        requireStoreMarks(*connection);
        return connection;
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::BadInput)
            throw;
        const SqlitePages pages(file, context);
        isNamed = pages.header() && pages.header()->applicationId == kStoreApplication;
        if (couldBeStore(pages))
            return nullptr;
        // That of another version says so.
        if (isNamed)
            throw;
        throwNoStore(file);
    }
}

/// What SQL reads; all of a table is unknown without a connection.
void copyTables(SqliteConnection *from, SqliteConnection &to, RecoveredStore &recovered,
                const RunContext &context)
{
    for (const StoreTable &table : storeTables()) {
        const CopiedTable copy =
            from ? copyTable(*from, to, table, context) : CopiedTable{0, 0, false};
        recovered.rows[table.name] = copy.copied;
        recovered.damaged += copy.damaged;
        if (!copy.isWhole)
            recovered.incomplete.insert(table.name);
    }
}

void copyAll(const fs::path &file, SqliteConnection *from, SqliteConnection &to,
             RecoveredStore &recovered, const RunContext &context)
{
    to.execute("PRAGMA foreign_keys = OFF");
    SqliteTransaction transaction(to);
    copyTables(from, to, recovered, context);
    if (!recovered.incomplete.empty()) {
        SqlitePages pages(file, context);
        for (const auto &[table, count] : rescueRows(pages, to, recovered.incomplete, context))
            recovered.rows[table] += count;
    }
    recovered.nameless = addNamelessRuns(to);
    mend(to);
    transaction.commit();
}

/// A name of a generator or a tag alone is no store.
void requireFindings(const fs::path &file, const RecoveredStore &recovered, bool isNamed)
{
    for (const char *table : {"runs", "cells", "reports", "trials", "thumbnails"})
        if (recovered.rows.at(table) > 0)
            return;
    if (!isNamed)
        throwNoStore(file);
    throw Error(ErrorKind::BadInput, file.string() + " holds nothing that could be recovered.");
}

} // namespace

RecoveredStore recoverStore(const fs::path &file, const RunContext &context)
{
    requireReadableFile(file);
    bool isNamed = true;
    const std::unique_ptr<SqliteConnection> from = openDamaged(file, isNamed, context);
    std::optional<ReadTransaction> reading;
    if (from)
        reading.emplace(*from);
    RecoveredStore recovered;
    do {
        recovered = {};
        recovered.file = freeNameBeside(file);
    } while (!createStoreFile(recovered.file, [&](SqliteConnection &to) {
        copyAll(file, from.get(), to, recovered, context);
        requireFindings(file, recovered, isNamed);
    }));
    return recovered;
}

} // namespace quantloupe
