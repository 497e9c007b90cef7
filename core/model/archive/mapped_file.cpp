// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/mapped_file.h"

#include "base/embedded_files.h"
#include "base/file_io.h"
#include "model/archive/archive_error.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quantloupe {

namespace {

constexpr std::uint64_t kMaximumFileBytes = 16ULL << 30;

[[noreturn]] void throwNotRead(const std::filesystem::path &path, int reason)
{
    throw Error(ErrorKind::Io,
                path.string() + " could not be read: " + std::strerror(reason) + ".");
}

class Descriptor
{
public:
    explicit Descriptor(const std::filesystem::path &path)
        : m_value(::open(path.c_str(), O_RDONLY | O_CLOEXEC))
    {
        if (m_value < 0)
            throwNotRead(path, errno);
    }
    ~Descriptor() { ::close(m_value); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int value() const { return m_value; }

private:
    int m_value;
};

} // namespace

MappedFile::MappedFile(const std::filesystem::path &path)
{
    requireReadableFile(path);
    if (isEmbedded(path)) {
        m_bytes = embeddedFile(path);
        return;
    }
    const Descriptor file(path);
    struct stat status = {};
    if (::fstat(file.value(), &status) != 0)
        throwNotRead(path, errno);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > kMaximumFileBytes)
        throwBadArchive(path.string(), "is larger than 16 GiB, the most that is opened.");
    if (size == 0)
        return;
    void *start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.value(), 0);
    if (start == MAP_FAILED)
        throwNotRead(path, errno);
    m_bytes = {static_cast<const std::byte *>(start), static_cast<std::size_t>(size)};
    m_mapped = start;
}

MappedFile::~MappedFile()
{
    if (m_mapped)
        ::munmap(m_mapped, m_bytes.size());
}

} // namespace quantloupe
