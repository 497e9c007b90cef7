// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <vector>

/// Files that a program keeps.
namespace kept_files {

/// Those of a folder; none where it is missing.
inline std::vector<std::filesystem::path> filesIn(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    if (std::filesystem::exists(folder))
        for (const auto &entry : std::filesystem::directory_iterator(folder))
            files.push_back(entry.path());
    return files;
}

/// Overwrites the last byte of a file.
inline void damage(const std::filesystem::path &file)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(-1, std::ios::end);
    const int last = stream.get();
    stream.seekp(-1, std::ios::end);
    stream.put(static_cast<char>(last ^ 0x55));
}

} // namespace kept_files
