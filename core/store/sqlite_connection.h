// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

struct sqlite3;

namespace quantloupe {

/// An open SQLite file. Whoever made the file, it can run nothing: no views, triggers or
/// functions beyond SQLite's harmless ones. Not thread-safe.
class SqliteConnection
{
public:
    enum class Mode {
        Existing, ///< There must be the file.
        Create,
        Memory, ///< No file.
        Damaged ///< There must be the file; what is left of one that was cut short is read, too.
    };

    /// Errors name the file `shown`. Throws Error as throwSqliteError(), like all of this class.
    SqliteConnection(const std::filesystem::path &file, Mode mode,
                     const std::filesystem::path &shown);
    SqliteConnection(const std::filesystem::path &file, Mode mode)
        : SqliteConnection(file, mode, file)
    {
    }
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    /// Statements without values and without rows.
    void execute(const char *sql);
    /// Rows that the last INSERT, UPDATE or DELETE that came to its end changed.
    int changes() const;
    /// Translates what the last call on this connection said.
    [[noreturn]] void fail() const;

    sqlite3 *handle() const { return m_handle; }
    /// As errors name it.
    const std::filesystem::path &file() const { return m_file; }

private:
    void protect(Mode mode);

    std::filesystem::path m_file;
    sqlite3 *m_handle = nullptr;
};

/// All that is written until commit(), or nothing. Waits for other writers first.
class SqliteTransaction
{
public:
    explicit SqliteTransaction(SqliteConnection &connection);
    ~SqliteTransaction();
    SqliteTransaction(const SqliteTransaction &) = delete;
    SqliteTransaction &operator=(const SqliteTransaction &) = delete;
    void commit();

private:
    SqliteConnection &m_connection;
    bool m_isOpen = true;
};

} // namespace quantloupe
