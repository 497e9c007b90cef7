// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/version.h"
#include "store/row_sum.h"
#include "store/run_store_data.h"
#include "store/stored_json.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

namespace {

constexpr std::size_t kLargestThumbnail = 4 << 20;

std::int64_t nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// In a transaction. Numbers of runs that were purged do not come again.
RunId nextRun(SqliteConnection &connection)
{
    SqliteStatement statement(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'runs'");
    return statement.step() ? statement.integer(0) + 1 : 1;
}

void insertRun(SqliteConnection &connection, RunId run, const RunRequest &request)
{
    const std::string words = nlohmann::json(request.words).dump();
    const std::string question = canonicalJson(request.request);
    const std::string hash = requestHash(question);
    const std::string versions = canonicalJson(request.versions);
    const auto seed = static_cast<std::int64_t>(request.seed);
    const std::int64_t started = nowMs();
    SqliteStatement(connection,
                    "INSERT INTO runs VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
                    "'running', NULL, 0, '', 0, '')",
                    run, request.command, words, request.folder, question, hash, kVersion, versions,
                    seed, started,
                    rowSum("runs", run, request.command, words, request.folder, question, hash,
                           kVersion, versions, seed, started))
        .run();
}

/// A file that was renamed has its new name.
void writeGenerator(SqliteConnection &connection, RunId run, const StoredGenerator &generator)
{
    const std::string facts = canonicalJson(generator.facts);
    SqliteStatement(connection,
                    "INSERT INTO generators VALUES(?1, ?2, ?3, ?4) ON CONFLICT(sha256) DO UPDATE "
                    "SET name = excluded.name, facts = excluded.facts, sum = excluded.sum",
                    generator.sha256, generator.name, facts,
                    rowSum("generators", generator.sha256, generator.name, facts))
        .run();
    SqliteStatement(connection, "UPDATE runs SET generator = ?2 WHERE id = ?1", run,
                    generator.sha256)
        .run();
}

void writeReport(SqliteConnection &connection, RunId run, const std::string &report)
{
    if (!isReadableJson(report))
        throw Error(ErrorKind::Internal, "What was to be stored is no JSON.");
    SqliteStatement(connection, "INSERT INTO reports VALUES(?1, ?2, ?3)", run, report,
                    rowSum("reports", run, report))
        .run();
}

} // namespace

RunId RunStore::beginRun(const RunRequest &request)
{
    const std::lock_guard guard(m_data->mutex);
    SqliteConnection &connection = m_data->connection;
    SqliteTransaction transaction(connection);
    const RunId run = nextRun(connection);
    insertRun(connection, run, request);
    RunningRun running;
    // Locked before others see it, so that nobody takes it for one of a process that died.
    if (!m_data->inMemory)
        running.lock = std::make_unique<RunLock>(file(), run);
    transaction.commit();
    m_data->running.emplace(run, std::move(running));
    return run;
}

void RunStore::appendCell(RunId run, const std::string &key, const std::string &json)
{
    const std::string value = canonicalJson(json);
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRunning(run);
    SqliteStatement(m_data->connection,
                    "INSERT INTO cells VALUES(?1, ?2, ?3, ?4) ON CONFLICT(run, key) DO UPDATE SET "
                    "value = excluded.value, sum = excluded.sum",
                    run, key, value, rowSum("cells", run, key, value))
        .run();
}

void RunStore::appendTrial(RunId run, const StoredTrial &trial)
{
    const std::string configuration = canonicalJson(trial.configuration);
    const std::string result = canonicalJson(trial.result);
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRunning(run);
    SqliteStatement(m_data->connection, "INSERT INTO trials VALUES(?1, ?2, ?3, ?4)", run,
                    configuration, result, rowSum("trials", run, configuration, result))
        .run();
}

void RunStore::setThumbnail(RunId run, const std::string &key, std::span<const std::byte> png)
{
    if (png.size() > kLargestThumbnail)
        throw Error(ErrorKind::Internal, "A thumbnail of more than 4 MiB is not stored.");
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRunning(run);
    SqliteStatement(m_data->connection,
                    "INSERT INTO thumbnails VALUES(?1, ?2, ?3, ?4) ON CONFLICT(run, key) DO UPDATE "
                    "SET png = excluded.png, sum = excluded.sum",
                    run, key, png, rowSum("thumbnails", run, key, png))
        .run();
}

void RunStore::finishRun(RunId run, const RunResult &result)
{
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRunning(run);
    SqliteTransaction transaction(m_data->connection);
    if (result.generator)
        writeGenerator(m_data->connection, run, *result.generator);
    if (result.report)
        writeReport(m_data->connection, run, *result.report);
    m_data->end(run, result.state, result.failure);
    transaction.commit();
}

void RunStore::discardRun(RunId run)
{
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRunning(run);
    SqliteStatement(m_data->connection, "DELETE FROM runs WHERE id = ?1", run).run();
    m_data->running.erase(run);
}

} // namespace quantloupe
