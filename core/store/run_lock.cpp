// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_lock.h"

#include "base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

fs::path lockFile(const fs::path &store, RunId run)
{
    return store.string() + "-run" + std::to_string(run);
}

} // namespace

RunLock::RunLock(const fs::path &store, RunId run) : m_file(lockFile(store, run))
{
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0)
        return;
    const int reason = errno;
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    throw Error(ErrorKind::Io,
                m_file.string() + " could not be written: " + std::strerror(reason) + ".");
}

RunLock::~RunLock()
{
    ::unlink(m_file.c_str());
    ::close(m_descriptor);
}

bool RunLock::isHeld(const fs::path &store, RunId run)
{
    const int descriptor = ::open(lockFile(store, run).c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        // One that another user's program holds cannot even be opened.
        return errno != ENOENT;
    // Those who only ask do not keep each other out.
    const bool isHeld = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
    ::close(descriptor);
    return isHeld;
}

void RunLock::removeLeftover(const fs::path &store, RunId run)
{
    ::unlink(lockFile(store, run).c_str());
}

} // namespace quantloupe
