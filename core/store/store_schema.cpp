// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_schema.h"

#include "base/error.h"
#include "store/sqlite_error.h"
#include "store/sqlite_statement.h"

#include <set>

namespace quantloupe {

namespace {

constexpr std::array kTables = {
    StoreTable{"generators",
               "CREATE TABLE generators(sha256 TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, "
               "facts TEXT NOT NULL, sum INTEGER NOT NULL) STRICT",
               "sha256, name, facts, sum", 3},
    StoreTable{"runs",
               "CREATE TABLE runs(id INTEGER PRIMARY KEY AUTOINCREMENT, command TEXT NOT NULL, "
               "words TEXT NOT NULL, folder TEXT NOT NULL, request TEXT NOT NULL, "
               "requestHash TEXT NOT NULL, version TEXT NOT NULL, versions TEXT NOT NULL, "
               "seed INTEGER NOT NULL, started INTEGER NOT NULL, sum INTEGER NOT NULL, "
               "state TEXT NOT NULL CHECK(state IN "
               "('running', 'finished', 'cancelled', 'failed', 'interrupted')), "
               "generator TEXT REFERENCES generators(sha256), seconds REAL NOT NULL, "
               "note TEXT NOT NULL, deleted INTEGER NOT NULL CHECK(deleted IN (0, 1)), "
               "failure TEXT NOT NULL) STRICT",
               "id, command, words, folder, request, requestHash, version, versions, seed, "
               "started, sum, state, generator, seconds, note, deleted, failure",
               10},
    StoreTable{"tags",
               "CREATE TABLE tags(run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, "
               "tag TEXT NOT NULL, UNIQUE(run, tag)) STRICT",
               "run, tag", 0},
    StoreTable{"cells",
               "CREATE TABLE cells(run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, "
               "key TEXT NOT NULL, value TEXT NOT NULL, sum INTEGER NOT NULL, UNIQUE(run, key)) "
               "STRICT",
               "run, key, value, sum", 3},
    StoreTable{"reports",
               "CREATE TABLE reports(run INTEGER NOT NULL UNIQUE REFERENCES runs(id) ON DELETE "
               "CASCADE, report TEXT NOT NULL, sum INTEGER NOT NULL) STRICT",
               "run, report, sum", 2},
    StoreTable{"trials",
               "CREATE TABLE trials(run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, "
               "configuration TEXT NOT NULL, result TEXT NOT NULL, sum INTEGER NOT NULL) STRICT",
               "run, configuration, result, sum", 3},
    StoreTable{"thumbnails",
               "CREATE TABLE thumbnails(run INTEGER NOT NULL REFERENCES runs(id) ON DELETE "
               "CASCADE, key TEXT NOT NULL, png BLOB NOT NULL, sum INTEGER NOT NULL, "
               "UNIQUE(run, key)) STRICT",
               "run, key, png, sum", 3}};

constexpr std::array kIndexes = {"CREATE INDEX runsByRequest ON runs(requestHash)",
                                 "CREATE INDEX cellsByKey ON cells(key)",
                                 "CREATE INDEX trialsByRun ON trials(run)"};

std::int64_t numberOf(SqliteConnection &connection, const char *pragma)
{
    SqliteStatement statement(connection, pragma);
    return statement.step() ? statement.integer(0) : 0;
}

std::set<std::string> expectedDefinitions()
{
    std::set<std::string> texts(kIndexes.begin(), kIndexes.end());
    for (const StoreTable &table : kTables)
        texts.insert(table.definition);
    return texts;
}

/// Views, triggers or other tables have no business in a store. Those of SQLite itself have no
/// text, or are named as its own.
std::set<std::string> presentDefinitions(SqliteConnection &connection)
{
    SqliteStatement statement(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND "
                                          "name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    std::set<std::string> texts;
    while (statement.step())
        texts.insert(statement.text(0));
    return texts;
}

} // namespace

std::span<const StoreTable> storeTables()
{
    return kTables;
}

void createStoreSchema(SqliteConnection &connection)
{
    const std::string marks = "PRAGMA application_id = " + std::to_string(kStoreApplication) +
                              "; PRAGMA user_version = " + std::to_string(kStoreVersion);
    SqliteTransaction transaction(connection);
    connection.execute(marks.c_str());
    for (const StoreTable &table : kTables)
        connection.execute(table.definition);
    for (const char *index : kIndexes)
        connection.execute(index);
    transaction.commit();
}

void requireStoreMarks(SqliteConnection &connection)
{
    if (numberOf(connection, "PRAGMA application_id") != kStoreApplication)
        throwNoStore(connection.file());
    const std::int64_t version = numberOf(connection, "PRAGMA user_version");
    if (version > kStoreVersion)
        throw Error(ErrorKind::BadInput, connection.file().string() +
                                             " was written by a newer version of Quantloupe; "
                                             "update the program to read it.");
    if (version < 1)
        throwNoStore(connection.file());
    if (version < kStoreVersion)
        throw Error(ErrorKind::BadInput, connection.file().string() +
                                             " was written by an older version of Quantloupe, "
                                             "which alone can read it; choose another file.");
}

void requireStoreTables(SqliteConnection &connection)
{
    if (presentDefinitions(connection) != expectedDefinitions())
        throwNoStore(connection.file());
}

void requireIntact(SqliteConnection &connection)
{
    SqliteStatement statement(connection, "PRAGMA quick_check(1)");
    if (!statement.step() || statement.view(0) != "ok")
        throwDamagedStore(connection.file(), statement.text(0));
}

} // namespace quantloupe
