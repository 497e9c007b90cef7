// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_folder.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/hash.h"
#include "store/run_store_data.h"
#include "store/sqlite_statement.h"
#include "store/store_file.h"
#include "store/store_schema.h"
#include "store/stored_json.h"

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

using Mode = SqliteConnection::Mode;

void requireFile(const fs::path &file, RunStore::Missing missing)
{
    if (fs::exists(fs::symlink_status(file))) {
        requireReadableFile(file);
        return;
    }
    if (missing == RunStore::Missing::Refuse)
        throw Error(ErrorKind::BadInput,
                    "There is no run store " + file.string() + "; check its name.");
    createStoreFile(file, [](SqliteConnection &) {});
}

std::vector<RunId> runsOfOthers(SqliteConnection &connection,
                                const std::map<RunId, RunningRun> &own)
{
    SqliteStatement statement(connection, "SELECT id FROM runs WHERE state = 'running'");
    std::vector<RunId> runs;
    while (statement.step())
        if (!own.contains(statement.integer(0)))
            runs.push_back(statement.integer(0));
    return runs;
}

} // namespace

std::string_view name(RunState state)
{
    switch (state) {
    case RunState::Running:
        return "running";
    case RunState::Finished:
        return "finished";
    case RunState::Cancelled:
        return "cancelled";
    case RunState::Failed:
        return "failed";
    case RunState::Interrupted:
        return "interrupted";
    }
    return "unknown";
}

std::string requestHash(const std::string &request)
{
    return sha256(canonicalJson(request));
}

fs::path usualStore()
{
    const fs::path folder = dataFolder();
    return folder.empty() ? folder : folder / "runs.db";
}

RunStore::RunStore(std::unique_ptr<Data> data) : m_data(std::move(data)) {}

RunStore::RunStore(const fs::path &file, Missing missing)
{
    // A program may change its folder afterwards.
    const fs::path place = fs::absolute(file);
    requireFile(place, missing);
    m_data = std::make_unique<Data>(place, Mode::Existing, false);
    requireStoreFile(m_data->connection);
    m_data->settle();
}

RunStore RunStore::temporary()
{
    auto data = std::make_unique<Data>("memory", Mode::Memory, true);
    createStoreSchema(data->connection);
    return RunStore(std::move(data));
}

RunStore::RunStore(RunStore &&other) noexcept = default;

RunStore::~RunStore()
{
    if (!m_data)
        return;
    // The next one who opens the file finds out, if it cannot be written now.
    try {
        while (!m_data->running.empty())
            m_data->end(m_data->running.begin()->first, RunState::Interrupted);
    } catch (const Error &) {
    }
}

const fs::path &RunStore::file() const
{
    return m_data->connection.file();
}

void RunStore::Data::settle()
{
    if (inMemory)
        return;
    for (const RunId run : runsOfOthers(connection, running)) {
        if (RunLock::isHeld(connection.file(), run))
            continue;
        SqliteStatement(connection,
                        "UPDATE runs SET state = 'interrupted' WHERE id = ?1 AND "
                        "state = 'running'",
                        run)
            .run();
        RunLock::removeLeftover(connection.file(), run);
    }
}

void RunStore::Data::requireRun(RunId run)
{
    SqliteStatement statement(connection, "SELECT 1 FROM runs WHERE id = ?1", run);
    if (!statement.step())
        throw Error(ErrorKind::BadInput, "There is no run " + std::to_string(run) + " in " +
                                             connection.file().string() +
                                             "; `quantloupe-cli runs list` lists them.");
}

void RunStore::Data::requireRunning(RunId run) const
{
    if (!running.contains(run))
        throw Error(ErrorKind::Internal,
                    "Run " + std::to_string(run) + " of the run store is not running here.");
}

void RunStore::Data::end(RunId run, RunState state, const std::string &failure)
{
    requireRunning(run);
    const auto node = running.extract(run);
    const std::chrono::duration<double> time =
        std::chrono::steady_clock::now() - node.mapped().begin;
    SqliteStatement(connection,
                    "UPDATE runs SET state = ?2, seconds = ?3, failure = ?4 WHERE id = ?1", run,
                    name(state), time.count(), failure)
        .run();
}

} // namespace quantloupe
