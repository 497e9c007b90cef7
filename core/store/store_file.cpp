// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_file.h"

#include "base/error.h"
#include "store/run_lock.h"
#include "store/run_rows.h"
#include "store/store_schema.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

/// Removed at its end, with what SQLite keeps beside it.
class PartFile
{
public:
    explicit PartFile(const fs::path &target)
    {
        static std::atomic<int> count = 0;
        m_path =
            target.string() + ".part-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
        remove();
    }
    ~PartFile() { remove(); }
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;
    const fs::path &path() const { return m_path; }

private:
    void remove() const
    {
        std::error_code ignored;
        for (const char *ending : {"", "-wal", "-shm"})
            fs::remove(m_path.string() + ending, ignored);
    }

    fs::path m_path;
};

/// Not over a file that is there. Some file systems know no second names.
bool movedTo(const fs::path &part, const fs::path &target)
{
    if (::link(part.c_str(), target.c_str()) == 0)
        return true;
    if (errno == EEXIST || fs::exists(target))
        return false;
    if (::rename(part.c_str(), target.c_str()) == 0)
        return true;
    throw Error(ErrorKind::Io,
                target.string() + " could not be written: " + std::strerror(errno) + ".");
}

/// SQLite would take what another store of this name left beside it for changes of the new one. It
/// may be all that is left of that store's last runs, so it is moved aside.
void clearWayFor(const fs::path &file)
{
    if (RunLock::isAnyHeld(file))
        throw Error(ErrorKind::Io, file.string() +
                                       " is in use by another program; try again when that is "
                                       "done.");
    std::error_code failure;
    const fs::path log = file.string() + "-wal";
    if (fs::exists(fs::symlink_status(log)))
        fs::rename(log, log.string() + ".old", failure);
    if (!failure)
        fs::remove(file.string() + "-shm", failure);
    if (failure)
        throw Error(ErrorKind::Io,
                    file.string() + " could not be written: " + failure.message() + ".");
}

} // namespace

bool createStoreFile(const fs::path &file, const std::function<void(SqliteConnection &)> &fill)
{
    const PartFile part(file);
    {
        SqliteConnection connection(part.path(), SqliteConnection::Mode::Create, file);
        connection.execute("PRAGMA journal_mode = WAL");
        createStoreSchema(connection);
        fill(connection);
    }
    // Else a store that another program makes now would lose what it writes.
    const RunLock lock = RunLock::ofCreation(file);
    if (fs::exists(fs::symlink_status(file)))
        return false;
    clearWayFor(file);
    return movedTo(part.path(), file);
}

void requireStoreFile(SqliteConnection &connection)
{
    requireStoreMarks(connection);
    requireStoreTables(connection);
    requireIntact(connection);
    // It does not see what stands in values.
    requireRowsAsWritten(connection);
}

} // namespace quantloupe
