// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cache_folder.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <vector>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

struct KeptFile
{
    fs::file_time_type written;
    std::uint64_t bytes = 0;
    fs::path path;
};

/// Files may vanish while they are listed: another program may trim the folder, too.
std::vector<KeptFile> filesIn(const fs::path &folder)
{
    std::vector<KeptFile> files;
    std::error_code failure;
    for (auto entry = fs::directory_iterator(folder, failure);
         !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
        std::error_code gone;
        KeptFile file{entry->last_write_time(gone), entry->file_size(gone), entry->path()};
        if (!gone)
            files.push_back(std::move(file));
    }
    return files;
}

} // namespace

fs::path cacheFolder()
{
    const char *chosen = std::getenv("XDG_CACHE_HOME");
    // The specification has relative paths ignored.
    if (chosen && fs::path(chosen).is_absolute())
        return fs::path(chosen) / "quantloupe";
    const char *home = std::getenv("HOME");
    return home && *home ? fs::path(home) / ".cache" / "quantloupe" : fs::path();
}

void trimFolder(const fs::path &folder, std::uint64_t limit)
{
    std::vector<KeptFile> files = filesIn(folder);
    std::ranges::sort(files, std::greater<>(), &KeptFile::written);
    std::uint64_t kept = 0;
    for (const KeptFile &file : files) {
        kept += file.bytes;
        std::error_code ignored;
        if (kept > limit)
            fs::remove(file.path, ignored);
    }
}

} // namespace quantloupe
