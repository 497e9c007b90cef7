// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_io.h"

#include "base/atomic_file.h"
#include "base/embedded_files.h"
#include "base/error.h"
#include "base/number_text.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void throwIo(const fs::path &path, const std::string &what, int reason)
{
    throw Error(ErrorKind::Io, path.string() + " " + what + ": " + std::strerror(reason) + ".");
}

/// "67 MB", "2.1 GB": two figures in decimal units.
std::string byteText(std::uint64_t bytes)
{
    constexpr std::array kUnits{"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
    double amount = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; amount >= 999.5; ++unit)
        amount /= 1000;
    return fixedText(amount, unit > 0 && amount < 9.95 ? 1 : 0).append(" ").append(kUnits[unit]);
}

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

void requireWritableFile(const fs::path &path)
{
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        throw Error(ErrorKind::BadInput, path.string() + " is a folder; choose a file.");
    // What it is written to first, beside it.
    const AtomicFile probe(path);
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
        throw Error(ErrorKind::BadInput, path.string() + " is larger than " + byteText(limit) +
                                             ", the most that is read of this kind of file (" +
                                             byteText(size) + ").");
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
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

void writeFileAtomically(const fs::path &path, std::string_view text)
{
    writeFileAtomically(path, std::as_bytes(std::span(text.data(), text.size())));
}

} // namespace quantloupe
