// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "store/run_store_data.h"
#include "store/sqlite_statement.h"

#include <algorithm>

namespace quantloupe {

namespace {

constexpr std::size_t kLongestNote = 64 << 10;
constexpr std::size_t kLongestTag = 64;

void requireTag(const std::string &tag)
{
    const bool isOneLine = std::ranges::none_of(
        tag, [](char letter) { return static_cast<unsigned char>(letter) < ' '; });
    if (tag.empty() || tag.size() > kLongestTag || !isOneLine)
        throw Error(ErrorKind::BadInput, "'" + tag.substr(0, kLongestTag) +
                                             "' is no tag; give 1 to 64 letters in one line.");
}

} // namespace

void RunStore::setNote(RunId run, const std::string &note)
{
    if (note.size() > kLongestNote)
        throw Error(ErrorKind::BadInput,
                    "The note is longer than 64 KiB; write a shorter one, or a file of its own.");
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRun(run);
    SqliteStatement(m_data->connection, "UPDATE runs SET note = ?2 WHERE id = ?1", run, note).run();
}

void RunStore::setTags(RunId run, const std::vector<std::string> &tags)
{
    std::ranges::for_each(tags, requireTag);
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRun(run);
    SqliteConnection &connection = m_data->connection;
    SqliteTransaction transaction(connection);
    SqliteStatement(connection, "DELETE FROM tags WHERE run = ?1", run).run();
    for (const std::string &tag : tags)
        SqliteStatement(connection, "INSERT OR IGNORE INTO tags VALUES(?1, ?2)", run, tag).run();
    transaction.commit();
}

void RunStore::remove(RunId run)
{
    const std::lock_guard guard(m_data->mutex);
    m_data->settle();
    m_data->requireRun(run);
    SqliteConnection &connection = m_data->connection;
    SqliteTransaction transaction(connection);
    SqliteStatement row(connection, "SELECT 1 FROM runs WHERE id = ?1 AND state = 'running'", run);
    if (row.step())
        throw Error(ErrorKind::BadInput,
                    "Run " + std::to_string(run) + " is still running; stop it first.");
    SqliteStatement(connection, "UPDATE runs SET deleted = 1 WHERE id = ?1", run).run();
    transaction.commit();
}

void RunStore::restore(RunId run)
{
    const std::lock_guard guard(m_data->mutex);
    m_data->requireRun(run);
    SqliteStatement(m_data->connection, "UPDATE runs SET deleted = 0 WHERE id = ?1", run).run();
}

std::size_t RunStore::purge()
{
    const std::lock_guard guard(m_data->mutex);
    SqliteConnection &connection = m_data->connection;
    SqliteTransaction transaction(connection);
    SqliteStatement deleted(connection, "DELETE FROM runs WHERE deleted = 1 RETURNING id");
    std::size_t count = 0;
    while (deleted.step())
        ++count;
    SqliteStatement(connection, "DELETE FROM generators WHERE sha256 NOT IN "
                                "(SELECT generator FROM runs WHERE generator IS NOT NULL)")
        .run();
    transaction.commit();
    return count;
}

} // namespace quantloupe
