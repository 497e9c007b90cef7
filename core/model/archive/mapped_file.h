// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace quantloupe {

/// A file's bytes, mapped for reading, so that a large file costs no memory until it is used; or
/// an embedded file's.
class MappedFile
{
public:
    /// Throws what requireReadableFile throws, Error{Io} if the file cannot be mapped and
    /// Error{BadInput} if it is larger than 16 GiB. An empty file gives no bytes.
    explicit MappedFile(const std::filesystem::path &path);
    ~MappedFile();
    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;

    std::span<const std::byte> bytes() const { return m_bytes; }

private:
    std::span<const std::byte> m_bytes;
    /// Null for an empty or embedded file.
    void *m_mapped = nullptr;
};

} // namespace quantloupe
