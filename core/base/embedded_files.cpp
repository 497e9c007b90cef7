// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/embedded_files.h"

#include "base/embedded_table.h"
#include "base/error.h"

#include <algorithm>
#include <string>

namespace quantloupe {

namespace {

const EmbeddedEntry *find(std::string_view path)
{
    const std::span<const EmbeddedEntry> all = embeddedTable();
    const auto found = std::ranges::find(all, path, &EmbeddedEntry::path);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

bool isEmbedded(const std::filesystem::path &path)
{
    return path.string().starts_with(kEmbeddedPrefix);
}

std::string embeddedConfiguration(std::string_view generator)
{
    return std::string(generator) + ".json";
}

std::vector<std::string_view> embeddedGenerators()
{
    std::vector<std::string_view> paths;
    for (const EmbeddedEntry &entry : embeddedTable())
        if (find(embeddedConfiguration(entry.path)))
            paths.push_back(entry.path);
    return paths;
}

std::span<const std::byte> embeddedFile(const std::filesystem::path &path)
{
    if (const EmbeddedEntry *entry = find(path.string()))
        return {entry->begin, entry->end};
    std::string names;
    for (const std::string_view name : embeddedGenerators())
        names += (names.empty() ? "" : ", ") + std::string(name);
    throw Error(ErrorKind::BadInput, path.string() +
                                         " is not part of this program; built-in generators are " +
                                         names + ".");
}

} // namespace quantloupe
