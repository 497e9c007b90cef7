// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_statement.h"

#include "store/sqlite_error.h"

#include <sqlite3.h>

namespace quantloupe {

SqliteStatement::SqliteStatement(Prepared, SqliteConnection &connection, std::string_view sql)
    : m_connection(connection)
{
    check(sqlite3_prepare_v2(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                             &m_statement, nullptr));
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

void SqliteStatement::check(int code) const
{
    if (code != SQLITE_OK)
        m_connection.fail();
}

void SqliteStatement::bindInteger(std::int64_t value)
{
    check(sqlite3_bind_int64(m_statement, ++m_bound, value));
}

void SqliteStatement::bind(double value)
{
    check(sqlite3_bind_double(m_statement, ++m_bound, value));
}

void SqliteStatement::bind(std::string_view value)
{
    // A null pointer would be NULL, not an empty text.
    const char *data = value.data() ? value.data() : "";
    check(sqlite3_bind_text64(m_statement, ++m_bound, data, value.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
}

void SqliteStatement::bind(std::span<const std::byte> value)
{
    const void *data = value.empty() ? static_cast<const void *>("") : value.data();
    check(sqlite3_bind_blob64(m_statement, ++m_bound, data, value.size(), SQLITE_TRANSIENT));
}

void SqliteStatement::bind(std::nullopt_t)
{
    check(sqlite3_bind_null(m_statement, ++m_bound));
}

void SqliteStatement::bindColumn(const SqliteStatement &row, int column)
{
    check(
        sqlite3_bind_value(m_statement, ++m_bound, sqlite3_column_value(row.m_statement, column)));
}

bool SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_connection.fail();
    return code == SQLITE_ROW;
}

std::optional<bool> SqliteStatement::stepUnlessDamaged()
{
    const int code = sqlite3_step(m_statement);
    if (meansDamage(code))
        return std::nullopt;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_connection.fail();
    return code == SQLITE_ROW;
}

void SqliteStatement::reset()
{
    // What it returns is what the last step said.
    sqlite3_reset(m_statement);
    m_bound = 0;
}

void SqliteStatement::run()
{
    while (step()) {
    }
}

int SqliteStatement::columns() const
{
    return sqlite3_column_count(m_statement);
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double SqliteStatement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view SqliteStatement::view(int column) const
{
    const bool isBlob = sqlite3_column_type(m_statement, column) == SQLITE_BLOB;
    const void *data = isBlob ? sqlite3_column_blob(m_statement, column)
                              : sqlite3_column_text(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return {static_cast<const char *>(data), data ? static_cast<std::size_t>(size) : 0};
}

std::vector<std::byte> SqliteStatement::blob(int column) const
{
    const std::span bytes = std::as_bytes(std::span(view(column)));
    return {bytes.begin(), bytes.end()};
}

} // namespace quantloupe
