// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// Searches of a small network on few samples, and the cache of what they measure.
namespace searches {

namespace fs = std::filesystem;
using nlohmann::json;
using Words = std::vector<std::string>;

inline void freshCache()
{
    ::setenv("XDG_CACHE_HOME", command::emptyFolder().c_str(), 1);
}

/// Lines of what was measured since freshCache().
inline std::size_t keptCells()
{
    const fs::path cache = fs::path(std::getenv("XDG_CACHE_HOME")) / "quantloupe" / "sensitivity";
    if (!fs::exists(cache))
        return 0;
    std::size_t lines = 0;
    for (const auto &entry : fs::directory_iterator(cache)) {
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);)
            ++lines;
    }
    return lines;
}

inline Words searchWords(const Words &more)
{
    Words words = {"search", command::dcgan(), "--threads", "1",       "--seed",
                   "3",      "--sweep-count",  "8",         "--count", "24"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

inline command::Result searched(const Words &more)
{
    Words words = searchWords(more);
    words.insert(words.end(), {"--json", "--quiet"});
    return command::run(words);
}

} // namespace searches
