// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomic_file.h"

#include "base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void throwIo(const fs::path &path, const std::string &what, int reason)
{
    throw Error(ErrorKind::Io, path.string() + " " + what + ": " + std::strerror(reason) + ".");
}

} // namespace

AtomicFile::AtomicFile(fs::path target)
    : m_target(std::move(target)), m_path(m_target.string() + ".part-" + std::to_string(::getpid()))
{
    m_descriptor = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (m_descriptor < 0)
        throwIo(m_target, "could not be written", errno);
}

AtomicFile::~AtomicFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_renamed)
        ::unlink(m_path.c_str());
}

void AtomicFile::write(std::span<const std::byte> bytes) const
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            throwIo(m_target, "could not be written", errno);
        if (written > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void AtomicFile::commit(Flush flush)
{
    const bool isFlushed = flush == Flush::Later || ::fsync(m_descriptor) == 0;
    if (!isFlushed || ::close(std::exchange(m_descriptor, -1)) != 0)
        throwIo(m_target, "could not be written", errno);
    if (::rename(m_path.c_str(), m_target.c_str()) != 0)
        throwIo(m_target, "could not be replaced", errno);
    m_renamed = true;
}

} // namespace quantloupe
