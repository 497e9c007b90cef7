// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_rows.h"

#include "store/row_sum.h"
#include "store/sqlite_error.h"
#include "store/stored_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace quantloupe {

namespace {

/// In the order of the table's columns.
enum RunColumn {
    Id,
    Command,
    Words,
    Folder,
    Request,
    RequestHash,
    Version,
    Versions,
    Seed,
    Started,
    Sum,
    State,
    Generator,
    Seconds,
    Note,
    IsDeleted,
    Failure
};

const StoreTable &tableNamed(std::string_view name)
{
    return *std::ranges::find_if(storeTables(),
                                 [&](const StoreTable &table) { return table.name == name; });
}

RunState stateNamed(std::string_view text)
{
    for (const RunState state :
         {RunState::Running, RunState::Finished, RunState::Cancelled, RunState::Failed})
        if (name(state) == text)
            return state;
    return RunState::Interrupted;
}

std::vector<std::string> wordsOf(SqliteConnection &connection, const SqliteStatement &row)
{
    const auto words = nlohmann::json::parse(jsonColumn(connection, row, Words));
    const bool isList = words.is_array() && std::ranges::all_of(words, [](const auto &word) {
                            return word.is_string();
                        });
    if (!isList)
        throwDamagedStore(connection.file(), "The words of a command are no list of texts.");
    return words.get<std::vector<std::string>>();
}

} // namespace

std::string selectAll(std::string_view table)
{
    return std::string("SELECT ") + tableNamed(table).columns + " FROM " + std::string(table);
}

void requireAsWritten(SqliteConnection &connection, std::string_view table,
                      const SqliteStatement &row)
{
    if (!isAsWritten(tableNamed(table), row, 0))
        throwDamagedStore(connection.file(),
                          "A row of " + std::string(table) + " has another sum.");
}

void requireRowsAsWritten(SqliteConnection &connection)
{
    for (const StoreTable &table : storeTables()) {
        if (table.summed == 0)
            continue;
        SqliteStatement row(connection, selectAll(table.name));
        while (row.step())
            requireAsWritten(connection, table.name, row);
    }
}

std::string jsonColumn(SqliteConnection &connection, const SqliteStatement &row, int column)
{
    if (!isReadableJson(row.view(column)))
        throwDamagedStore(connection.file(), "A value is no JSON.");
    return row.text(column);
}

RunSummary summaryOf(SqliteConnection &connection, const SqliteStatement &row)
{
    requireAsWritten(connection, "runs", row);
    RunSummary run;
    run.id = row.integer(Id);
    run.state = stateNamed(row.view(State));
    run.command = row.text(Command);
    run.words = wordsOf(connection, row);
    run.seed = static_cast<std::uint64_t>(row.integer(Seed));
    run.started = row.integer(Started);
    run.seconds = row.real(Seconds);
    run.note = row.text(Note);
    run.isDeleted = row.integer(IsDeleted) != 0;
    run.failure = row.text(Failure);
    return run;
}

StoredRun runOf(SqliteConnection &connection, const SqliteStatement &row)
{
    StoredRun run;
    run.summary = summaryOf(connection, row);
    run.folder = row.text(Folder);
    run.request = jsonColumn(connection, row, Request);
    run.requestHash = row.text(RequestHash);
    run.version = row.text(Version);
    run.versions = jsonColumn(connection, row, Versions);
    if (!row.isNull(Generator))
        run.generator = generatorOf(connection, row.text(Generator));
    return run;
}

std::optional<StoredGenerator> generatorOf(SqliteConnection &connection, const std::string &sha256)
{
    SqliteStatement row(connection, selectAll("generators") + " WHERE sha256 = ?1", sha256);
    if (!row.step())
        return std::nullopt;
    requireAsWritten(connection, "generators", row);
    return StoredGenerator{row.text(0), row.text(1), jsonColumn(connection, row, 2)};
}

} // namespace quantloupe
