// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_io.h"

#include "base/embedded_files.h"
#include "base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void throwIo(const fs::path &path, const std::string &what, int reason)
{
    throw Error(ErrorKind::Io, path.string() + " " + what + ": " + std::strerror(reason) + ".");
}

/// Removes the temporary file unless it was renamed.
class TemporaryFile
{
public:
    explicit TemporaryFile(const fs::path &target)
        : m_target(target), m_path(target.string() + ".part-" + std::to_string(::getpid()))
    {
        m_descriptor = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (m_descriptor < 0)
            throwIo(target, "could not be written", errno);
    }
    ~TemporaryFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        if (!m_renamed)
            ::unlink(m_path.c_str());
    }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;

    void write(std::span<const std::byte> bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR)
                throwIo(m_target, "could not be written", errno);
            if (written > 0)
                bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }

    void commit()
    {
        if (::fsync(m_descriptor) != 0 || ::close(std::exchange(m_descriptor, -1)) != 0)
            throwIo(m_target, "could not be written", errno);
        if (::rename(m_path.c_str(), m_target.c_str()) != 0)
            throwIo(m_target, "could not be replaced", errno);
        m_renamed = true;
    }

private:
    fs::path m_target;
    std::string m_path;
    int m_descriptor = -1;
    bool m_renamed = false;
};

} // namespace

void requireReadableFile(const fs::path &path)
{
    if (isEmbedded(path)) {
        embeddedFile(path);
        return;
    }
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        throwIo(path, "could not be opened", errno);
    if (S_ISDIR(status.st_mode))
        throw Error(ErrorKind::BadInput, path.string() + " is a folder; choose a file.");
    if (!S_ISREG(status.st_mode))
        throw Error(ErrorKind::BadInput, path.string() + " is not a regular file.");
    if (::access(path.c_str(), R_OK) != 0)
        throwIo(path, "could not be opened", errno);
}

std::vector<std::byte> readFile(const fs::path &path, std::uint64_t limit)
{
    requireReadableFile(path);
    if (isEmbedded(path)) {
        const std::span<const std::byte> bytes = embeddedFile(path);
        return {bytes.begin(), bytes.end()};
    }
    const std::uint64_t size = fs::file_size(path);
    if (size > limit)
        throw Error(ErrorKind::BadInput, path.string() + " has " + std::to_string(size) +
                                             " bytes; at most " + std::to_string(limit) +
                                             " are accepted for this kind of file.");
    std::vector<std::byte> bytes(size);
    std::ifstream file(path, std::ios::binary);
    file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(size));
    if (!file || static_cast<std::uint64_t>(file.gcount()) != size)
        throw Error(ErrorKind::Io, path.string() + " could not be read to its end.");
    return bytes;
}

std::string readTextFile(const fs::path &path, std::uint64_t limit)
{
    const std::vector<std::byte> bytes = readFile(path, limit);
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

void writeFileAtomically(const fs::path &path, std::span<const std::byte> bytes)
{
    TemporaryFile file(path);
    file.write(bytes);
    file.commit();
}

void writeFileAtomically(const fs::path &path, std::string_view text)
{
    writeFileAtomically(path, std::as_bytes(std::span(text.data(), text.size())));
}

} // namespace quantloupe
