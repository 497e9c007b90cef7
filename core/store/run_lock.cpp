// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_lock.h"

#include "base/error.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

constexpr const char *kEnding = "-run";
/// Of no run: they count from 1.
constexpr RunId kCreation = 0;

fs::path lockFile(const fs::path &store, RunId run)
{
    return store.string() + kEnding + std::to_string(run);
}

int opened(const fs::path &file)
{
    return ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
}

[[noreturn]] void refuse(const fs::path &file, int descriptor)
{
    const int reason = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    throw Error(ErrorKind::Io,
                file.string() + " could not be written: " + std::strerror(reason) + ".");
}

/// A signal is no reason to give up.
bool waitsForLock(int descriptor)
{
    int failed = 0;
    do
        failed = ::flock(descriptor, LOCK_EX);
    while (failed != 0 && errno == EINTR);
    return failed == 0;
}

/// Who held it before may have removed the file that was opened.
bool isStillThere(const fs::path &file, int descriptor)
{
    struct stat own = {};
    struct stat there = {};
    return ::fstat(descriptor, &own) == 0 && ::stat(file.c_str(), &there) == 0 &&
           own.st_ino == there.st_ino && own.st_dev == there.st_dev;
}

/// Of a file beside the store; absent for one that is no lock of a run.
std::optional<RunId> runOf(const fs::path &store, const fs::path &beside)
{
    const std::string begin = store.filename().string() + kEnding;
    const std::string name = beside.filename().string();
    RunId run = 0;
    const auto read = std::from_chars(name.data() + std::min(begin.size(), name.size()),
                                      name.data() + name.size(), run);
    const bool isLock = name.starts_with(begin) && read.ec == std::errc() &&
                        read.ptr == name.data() + name.size() && run > kCreation;
    return isLock ? std::optional(run) : std::nullopt;
}

} // namespace

RunLock::RunLock(const fs::path &store, RunId run) : m_file(lockFile(store, run))
{
    m_descriptor = opened(m_file);
    if (m_descriptor < 0 || ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0)
        refuse(m_file, m_descriptor);
}

RunLock::RunLock(fs::path file, int descriptor) : m_file(std::move(file)), m_descriptor(descriptor)
{
}

RunLock RunLock::ofCreation(const fs::path &store)
{
    const fs::path file = lockFile(store, kCreation);
    while (true) {
        const int descriptor = opened(file);
        if (descriptor < 0 || !waitsForLock(descriptor))
            refuse(file, descriptor);
        if (isStillThere(file, descriptor))
            return {file, descriptor};
        ::close(descriptor);
    }
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

bool RunLock::isAnyHeld(const fs::path &store)
{
    std::error_code unreadable;
    for (const fs::directory_entry &entry :
         fs::directory_iterator(fs::absolute(store).parent_path(), unreadable))
        if (const std::optional<RunId> run = runOf(store, entry.path()); run && isHeld(store, *run))
            return true;
    return false;
}

void RunLock::removeLeftover(const fs::path &store, RunId run)
{
    ::unlink(lockFile(store, run).c_str());
}

} // namespace quantloupe
