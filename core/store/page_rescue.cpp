// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/page_rescue.h"

#include "store/row_sum.h"
#include "store/sqlite_leaf_pages.h"
#include "store/table_copy.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace quantloupe {

namespace {

const std::string kRuns = "runs";

/// SQLite's numbers for kinds of whole numbers.
bool isWholeNumber(std::uint64_t kind)
{
    return (kind >= 1 && kind <= 6) || kind == 8 || kind == 9;
}

/// False for what no sum is made of.
bool addTo(RowSum &sum, const LeafValue &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        sum.add(*number);
    else if (const auto *text = std::get_if<std::string_view>(&value))
        sum.add(*text);
    else if (const auto *bytes = std::get_if<std::span<const std::byte>>(&value))
        sum.add(*bytes);
    else
        return false;
    return true;
}

void bindValue(SqliteStatement &statement, const LeafValue &value)
{
    if (std::holds_alternative<std::monostate>(value))
        statement.bind(std::nullopt);
    else if (const auto *number = std::get_if<std::int64_t>(&value))
        statement.bind(*number);
    else if (const auto *real = std::get_if<double>(&value))
        statement.bind(*real);
    else if (const auto *text = std::get_if<std::string_view>(&value))
        statement.bind(*text);
    else
        statement.bind(std::get<std::span<const std::byte>>(value));
}

/// One table that gets rows.
class RescuedTable
{
public:
    RescuedTable(SqliteConnection &to, const StoreTable &table)
        : m_to(to), m_table(table), m_insertion(to, insertion(table))
    {
    }

    std::string name() const { return m_table.name; }
    std::size_t rescued() const { return m_rescued; }

    bool couldHold(std::span<const std::uint64_t> kinds) const
    {
        return kinds.size() == static_cast<std::size_t>(columnsOf(m_table)) &&
               isWholeNumber(kinds[static_cast<std::size_t>(m_table.summed)]);
    }

    /// Whether the sum of a row, with its number in its place, is that of this table.
    bool isAsWritten(const LeafRow &row) const
    {
        const auto summed = static_cast<std::size_t>(m_table.summed);
        if (row.values.size() != static_cast<std::size_t>(columnsOf(m_table)))
            return false;
        RowSum sum(m_table.name);
        for (std::size_t column = 0; column < summed; ++column)
            if (!addTo(sum, row.values[column]))
                return false;
        const auto *stated = std::get_if<std::int64_t>(&row.values[summed]);
        return stated && *stated == sum.value();
    }

    void add(const LeafRow &row)
    {
        m_insertion.reset();
        if (!showsNumber(m_table))
            m_insertion.bind(row.number);
        for (const LeafValue &value : row.values)
            bindValue(m_insertion, value);
        if (writeUnlessRefused(m_to, m_insertion))
            ++m_rescued;
    }

private:
    SqliteConnection &m_to;
    const StoreTable &m_table;
    SqliteStatement m_insertion;
    std::size_t m_rescued = 0;
};

class Rescue
{
public:
    Rescue(SqliteConnection &to, const std::set<std::string> &incomplete)
        : m_to(to),
          m_hasAllRuns(!incomplete.contains(kRuns)),
          m_run(to, "SELECT 1 FROM runs WHERE id = ?1"),
          m_ended(to, "UPDATE runs SET state = ?2, generator = ?3, seconds = ?4, note = ?5, "
                      "deleted = ?6, failure = ?7 WHERE id = ?1 AND state = 'running'")
    {
        for (const StoreTable &table : storeTables())
            if (table.summed > 0 && incomplete.contains(table.name))
                m_tables.push_back(std::make_unique<RescuedTable>(to, table));
    }

    bool isWanted(std::span<const std::uint64_t> kinds) const
    {
        return std::ranges::any_of(m_tables,
                                   [&](const auto &table) { return table->couldHold(kinds); });
    }

    void take(LeafRow row)
    {
        // The column for the number of a row is empty.
        if (std::holds_alternative<std::monostate>(row.values.front()))
            row.values.front() = row.number;
        const auto table = std::ranges::find_if(
            m_tables, [&](const auto &each) { return each->isAsWritten(row); });
        if (table == m_tables.end() || !isOfKnownRun((*table)->name(), row))
            return;
        (*table)->add(row);
        if ((*table)->name() == kRuns)
            setEnded(row);
    }

    std::map<std::string, std::size_t> counts() const
    {
        std::map<std::string, std::size_t> counts;
        for (const auto &table : m_tables)
            counts[table->name()] = table->rescued();
        return counts;
    }

private:
    bool isOfKnownRun(const std::string &table, const LeafRow &row)
    {
        const auto *run = std::get_if<std::int64_t>(&row.values.front());
        if (!m_hasAllRuns || !run || table == kRuns)
            return true;
        m_run.reset();
        m_run.bind(*run);
        return m_run.step();
    }

    /// A run does not begin again: what a later page says of its end is true.
    void setEnded(const LeafRow &row)
    {
        // The first one behind the sum.
        constexpr std::size_t kState = 11;
        const auto *state = std::get_if<std::string_view>(&row.values[kState]);
        if (!state || *state == "running")
            return;
        m_ended.reset();
        m_ended.bind(row.number);
        for (std::size_t column = kState; column < row.values.size(); ++column)
            bindValue(m_ended, row.values[column]);
        writeUnlessRefused(m_to, m_ended);
    }

    SqliteConnection &m_to;
    bool m_hasAllRuns;
    SqliteStatement m_run;
    SqliteStatement m_ended;
    std::vector<std::unique_ptr<RescuedTable>> m_tables;
};

} // namespace

std::map<std::string, std::size_t> rescueRows(SqlitePages &pages, SqliteConnection &to,
                                              const std::set<std::string> &incomplete,
                                              const RunContext &context)
{
    Rescue rescue(to, incomplete);
    SqliteLeafReader reader(pages, [&](auto kinds) { return rescue.isWanted(kinds); });
    const std::vector<bool> free = pages.freePages(context);
    const auto visit = [&](std::uint32_t number) {
        if (!free[number])
            reader.read(number, [&](const LeafRow &row) { rescue.take(row); });
    };
    pages.visitNewestFirst(visit, context);
    return rescue.counts();
}

} // namespace quantloupe
