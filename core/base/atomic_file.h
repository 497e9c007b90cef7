// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace quantloupe {

/// A file that is written piece by piece beside its place and gets there whole, or not at all: it
/// is removed again unless commit() was reached. All throw Error{Io} with the system's reason.
class AtomicFile
{
public:
    enum class Flush {
        ToDisk, ///< Before it gets to its place.
        Later   ///< As the system likes; for what can be computed again and is checked when read.
    };

    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;

    void write(std::span<const std::byte> bytes) const;
    void commit(Flush flush = Flush::ToDisk);

private:
    std::filesystem::path m_target;
    std::string m_path;
    int m_descriptor = -1;
    bool m_renamed = false;
};

} // namespace quantloupe
