// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_connection.h"

#include "store/sqlite_error.h"

#include <sqlite3.h>

namespace quantloupe {

namespace {

/// Another program writes for milliseconds; on a slow disk for longer.
constexpr int kPatienceMs = 10000;

int flagsFor(SqliteConnection::Mode mode)
{
    constexpr int kCommon = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE;
    const bool isMade =
        mode == SqliteConnection::Mode::Create || mode == SqliteConnection::Mode::Memory;
    return isMade ? kCommon | SQLITE_OPEN_CREATE : kCommon;
}

} // namespace

SqliteConnection::SqliteConnection(const std::filesystem::path &file, Mode mode,
                                   const std::filesystem::path &shown)
    : m_file(shown)
{
    const std::string name =
        mode == Mode::Memory ? ":memory:" : std::filesystem::absolute(file).string();
    const int code = sqlite3_open_v2(name.c_str(), &m_handle, flagsFor(mode), nullptr);
    if (code != SQLITE_OK) {
        const std::string detail = sqlite3_errstr(code);
        sqlite3_close_v2(m_handle);
        throwSqliteError(m_file, code, detail);
    }
    try {
        protect(mode);
    } catch (...) {
        sqlite3_close_v2(m_handle);
        throw;
    }
}

SqliteConnection::~SqliteConnection()
{
    sqlite3_close_v2(m_handle);
}

void SqliteConnection::protect(Mode mode)
{
    sqlite3_busy_timeout(m_handle, kPatienceMs);
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, kLargestStoredBytes);
    for (const int feature : {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
                              SQLITE_DBCONFIG_TRUSTED_SCHEMA})
        sqlite3_db_config(m_handle, feature, 0, nullptr);
    // SQLite reads a file that was cut short only where the schema may be written.
    if (mode == Mode::Damaged)
        execute("PRAGMA writable_schema = ON");
    else
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    execute("PRAGMA cell_size_check = ON");
    execute("PRAGMA foreign_keys = ON");
    // Every commit is on the disk, even if the power fails.
    execute("PRAGMA synchronous = FULL");
}

void SqliteConnection::execute(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail();
}

int SqliteConnection::changes() const
{
    return sqlite3_changes(m_handle);
}

void SqliteConnection::fail() const
{
    throwSqliteError(m_file, sqlite3_extended_errcode(m_handle), sqlite3_errmsg(m_handle));
}

SqliteTransaction::SqliteTransaction(SqliteConnection &connection) : m_connection(connection)
{
    // One that reads first could find, when it writes, that another program was quicker.
    connection.execute("BEGIN IMMEDIATE");
}

SqliteTransaction::~SqliteTransaction()
{
    if (m_isOpen)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteTransaction::commit()
{
    m_connection.execute("COMMIT");
    m_isOpen = false;
}

} // namespace quantloupe
