// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table_copy.h"

#include "base/error.h"
#include "store/row_sum.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace quantloupe {

namespace {

/// Numbers of rows that are tried one by one over a damaged part, where nothing tells the largest
/// one: some damage hides thousands.
constexpr std::int64_t kMostTried = 200000;

/// "?1, ?2, ..." for so many values.
std::string places(int count)
{
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += (i == 1 ? "?" : ", ?") + std::to_string(i);
    return text;
}

/// What a damaged file or a row that is none makes of a statement. What breaks a rule, an index
/// that is none and a table that is missing are SQLite's internal failures.
bool isOfDamage(const Error &error)
{
    return error.kind() == ErrorKind::Internal || error.kind() == ErrorKind::BadInput;
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
            if (!isOfDamage(error))
                throw;
        }
    }
    return largest;
}

/// Copies one table; damage ends a search, which then begins behind it.
class TableCopy
{
public:
    /// Throws Error where damage hides the whole table.
    TableCopy(SqliteConnection &from, SqliteConnection &to, const StoreTable &table)
        : m_from(from),
          m_to(to),
          m_table(table),
          m_row(from, std::string("SELECT rowid, ") + table.columns + " FROM " + table.name +
                          " WHERE rowid > ?1 ORDER BY rowid"),
          m_copy(to, insertion(table))
    {
    }

    CopiedTable run(const RunContext &context)
    {
        std::optional<std::int64_t> end;
        std::int64_t tried = 0;
        for (std::int64_t before = m_last; !copyBehindLast(context); before = ++m_last) {
            m_result.isWhole = false;
            if (!end)
                end = largestRow(m_from, m_table, context)
                          .value_or(std::numeric_limits<std::int64_t>::max());
            tried = m_last == before ? tried + 1 : 0;
            if (m_last >= *end || tried == kMostTried)
                break;
        }
        return m_result;
    }

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
                ++m_result.copied;
            else
                ++m_result.damaged;
        }
    }

    bool insert()
    {
        m_copy.reset();
        for (int column = showsNumber(m_table) ? 1 : 0; column < m_row.columns(); ++column)
            m_copy.bindColumn(m_row, column);
        return writeUnlessRefused(m_to, m_copy);
    }

    SqliteConnection &m_from;
    SqliteConnection &m_to;
    const StoreTable &m_table;
    SqliteStatement m_row;
    SqliteStatement m_copy;
    std::int64_t m_last = 0;
    CopiedTable m_result;
};

} // namespace

int columnsOf(const StoreTable &table)
{
    return static_cast<int>(std::ranges::count(std::string_view(table.columns), ',')) + 1;
}

bool showsNumber(const StoreTable &table)
{
    return std::string_view(table.columns).starts_with("id,");
}

std::string insertion(const StoreTable &table)
{
    const bool isShown = showsNumber(table);
    return std::string("INSERT OR IGNORE INTO ") + table.name + (isShown ? "(" : "(rowid, ") +
           table.columns + ") VALUES(" + places(columnsOf(table) + (isShown ? 0 : 1)) + ")";
}

bool writeUnlessRefused(SqliteConnection &to, SqliteStatement &statement)
{
    try {
        statement.run();
        return to.changes() > 0;
    } catch (const Error &error) {
        if (!isOfDamage(error))
            throw;
        return false;
    }
}

CopiedTable copyTable(SqliteConnection &from, SqliteConnection &to, const StoreTable &table,
                      const RunContext &context)
{
    std::optional<TableCopy> copy;
    try {
        copy.emplace(from, to, table);
    } catch (const Error &error) {
        if (!isOfDamage(error))
            throw;
        return {0, 0, false};
    }
    return copy->run(context);
}

} // namespace quantloupe
