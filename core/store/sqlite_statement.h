// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite_connection.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace quantloupe {

/// One statement with its values; finalized at its end. Columns count from 0. Throws Error as
/// throwSqliteError().
class SqliteStatement
{
public:
    /// `values` take the places of ?1, ?2, ...
    template <typename... Values>
    SqliteStatement(SqliteConnection &connection, std::string_view sql, const Values &...values)
        : SqliteStatement(Prepared(), connection, sql)
    {
        (bind(values), ...);
    }
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement &) = delete;
    SqliteStatement &operator=(const SqliteStatement &) = delete;

    void bind(std::integral auto value) { bindInteger(static_cast<std::int64_t>(value)); }
    void bind(double value);
    void bind(std::string_view value);
    void bind(const char *value) { bind(std::string_view(value)); }
    void bind(std::span<const std::byte> value);
    void bind(std::nullopt_t);
    template <typename T> void bind(const std::optional<T> &value)
    {
        if (value)
            bind(*value);
        else
            bind(std::nullopt);
    }
    /// The value of a column of another statement's row, as it is.
    void bindColumn(const SqliteStatement &row, int column);

    /// The next row, if there is one.
    bool step();
    /// The same; absent where what it reads is damaged (see meansDamage()).
    std::optional<bool> stepUnlessDamaged();
    /// To the end; for what gives no rows.
    void run();
    /// To the beginning, for other values; its first row comes with the next step().
    void reset();

    int columns() const;
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Valid until the next step(). Numbers become digits; a blob is its bytes.
    std::string_view view(int column) const;
    std::string text(int column) const { return std::string(view(column)); }
    std::vector<std::byte> blob(int column) const;

private:
    struct Prepared
    {
    };
    SqliteStatement(Prepared, SqliteConnection &connection, std::string_view sql);
    void bindInteger(std::int64_t value);
    void check(int code) const;

    SqliteConnection &m_connection;
    sqlite3_stmt *m_statement = nullptr;
    int m_bound = 0;
};

} // namespace quantloupe
