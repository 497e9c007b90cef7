// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/version.h"
#include "store/run_rows.h"
#include "store/run_store_data.h"
#include "store/sqlite_error.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// ?1 command, ?2 state, ?3 tag, ?4 hash of the request, ?5 deleted or 2, ?6 pattern of the text,
/// ?7 at most.
constexpr const char *kFilter =
    " WHERE (?1 = '' OR command = ?1) AND (?2 = '' OR state = ?2) AND (?3 = '' OR EXISTS "
    "(SELECT 1 FROM tags WHERE run = runs.id AND tag = ?3)) AND (?4 = '' OR requestHash = ?4) "
    "AND (?5 = 2 OR deleted = ?5) AND (?6 = '' OR replace(words, '\",\"', ' ') LIKE ?6 ESCAPE '\\' "
    "OR command LIKE ?6 ESCAPE '\\' OR note LIKE ?6 ESCAPE '\\' OR EXISTS (SELECT 1 FROM "
    "generators "
    "WHERE sha256 = runs.generator AND name LIKE ?6 ESCAPE '\\') OR EXISTS (SELECT 1 FROM tags "
    "WHERE run = runs.id AND tag LIKE ?6 ESCAPE '\\')) ORDER BY id DESC LIMIT ?7";

/// Of LIKE: texts that hold `text`.
std::string patternFor(const std::string &text)
{
    if (text.empty())
        return text;
    std::string pattern = "%";
    for (const char letter : text) {
        if (letter == '%' || letter == '_' || letter == '\\')
            pattern += '\\';
        pattern += letter;
    }
    return pattern + "%";
}

int deletedOrTwo(RunFilter::Deleted deleted)
{
    switch (deleted) {
    case RunFilter::Deleted::Without:
        return 0;
    case RunFilter::Deleted::Only:
        return 1;
    case RunFilter::Deleted::With:
        return 2;
    }
    return 2;
}

std::vector<std::string> tagsOf(SqliteConnection &connection, RunId run)
{
    SqliteStatement row(connection, "SELECT tag FROM tags WHERE run = ?1 ORDER BY rowid", run);
    std::vector<std::string> tags;
    while (row.step())
        tags.push_back(row.text(0));
    return tags;
}

/// What other tables hold of a run.
void complete(SqliteConnection &connection, RunSummary &run)
{
    SqliteStatement row(connection,
                        "SELECT (SELECT count(*) FROM cells WHERE run = ?1), EXISTS (SELECT 1 FROM "
                        "reports WHERE run = ?1), (SELECT name FROM generators WHERE sha256 = "
                        "(SELECT generator FROM runs WHERE id = ?1)), EXISTS (SELECT 1 FROM "
                        "thumbnails WHERE run = ?1 AND key = ?2)",
                        run.id, kRunPicture);
    row.step();
    run.cells = static_cast<std::size_t>(row.integer(0));
    run.hasReport = row.integer(1) != 0;
    run.generator = row.text(2);
    run.hasPicture = row.integer(3) != 0;
    run.tags = tagsOf(connection, run.id);
}

std::optional<std::string> reportOf(SqliteConnection &connection, RunId run)
{
    SqliteStatement row(connection, selectAll("reports") + " WHERE run = ?1", run);
    if (!row.step())
        return std::nullopt;
    requireAsWritten(connection, "reports", row);
    return jsonColumn(connection, row, 1);
}

StoredCell cellOf(SqliteConnection &connection, const SqliteStatement &row)
{
    requireAsWritten(connection, "cells", row);
    return {row.text(1), jsonColumn(connection, row, 2)};
}

} // namespace

std::vector<RunSummary> RunStore::list(const RunFilter &filter)
{
    const std::lock_guard guard(m_data->mutex);
    m_data->settle();
    SqliteConnection &connection = m_data->connection;
    SqliteStatement row(connection, selectAll("runs") + kFilter, filter.command,
                        filter.state ? name(*filter.state) : std::string_view(), filter.tag,
                        filter.requestHash, deletedOrTwo(filter.deleted), patternFor(filter.text),
                        static_cast<std::int64_t>(filter.most));
    std::vector<RunSummary> runs;
    while (row.step())
        runs.push_back(summaryOf(connection, row));
    for (RunSummary &run : runs)
        complete(connection, run);
    return runs;
}

StoredRun RunStore::show(RunId run)
{
    const std::lock_guard guard(m_data->mutex);
    m_data->settle();
    m_data->requireRun(run);
    SqliteConnection &connection = m_data->connection;
    SqliteStatement row(connection, selectAll("runs") + " WHERE id = ?1", run);
    row.step();
    StoredRun found = runOf(connection, row);
    complete(connection, found.summary);
    found.report = reportOf(connection, run);
    return found;
}

std::vector<StoredCell> RunStore::cells(RunId run)
{
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRun(run);
    SqliteStatement row(m_data->connection, selectAll("cells") + " WHERE run = ?1 ORDER BY rowid",
                        run);
    std::vector<StoredCell> cells;
    while (row.step())
        cells.push_back(cellOf(m_data->connection, row));
    return cells;
}

std::vector<StoredTrial> RunStore::trials(RunId run)
{
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRun(run);
    SqliteConnection &connection = m_data->connection;
    SqliteStatement row(connection, selectAll("trials") + " WHERE run = ?1 ORDER BY rowid", run);
    std::vector<StoredTrial> trials;
    while (row.step()) {
        requireAsWritten(connection, "trials", row);
        trials.push_back({jsonColumn(connection, row, 1), jsonColumn(connection, row, 2)});
    }
    return trials;
}

std::optional<std::vector<std::byte>> RunStore::thumbnail(RunId run, const std::string &key)
{
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRun(run);
    SqliteStatement row(m_data->connection,
                        selectAll("thumbnails") + " WHERE run = ?1 AND key = ?2", run, key);
    if (!row.step())
        return std::nullopt;
    requireAsWritten(m_data->connection, "thumbnails", row);
    return row.blob(2);
}

std::map<std::string, std::string> RunStore::knownCells(const std::string &requestHash)
{
    const std::lock_guard guard(m_data->mutex);
    SqliteStatement row(m_data->connection,
                        selectAll("cells") +
                            " WHERE run IN (SELECT id FROM runs WHERE requestHash = ?1 AND "
                            "version = ?2 AND deleted = 0) ORDER BY run, rowid",
                        requestHash, kVersion);
    std::map<std::string, std::string> known;
    while (row.step()) {
        StoredCell cell = cellOf(m_data->connection, row);
        known.insert_or_assign(std::move(cell.key), std::move(cell.json));
    }
    return known;
}

std::optional<std::string> RunStore::knownCell(const std::string &key)
{
    const std::lock_guard guard(m_data->mutex);
    SqliteStatement row(m_data->connection,
                        selectAll("cells") +
                            " WHERE key = ?1 AND run IN (SELECT id FROM runs WHERE version = ?2 "
                            "AND deleted = 0) ORDER BY run DESC LIMIT 1",
                        key, kVersion);
    if (!row.step())
        return std::nullopt;
    return cellOf(m_data->connection, row).json;
}

} // namespace quantloupe
