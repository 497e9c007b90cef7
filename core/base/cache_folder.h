// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace quantloupe {

/// Where this user's programs keep what can be computed again: $XDG_CACHE_HOME/quantloupe, or
/// .cache/quantloupe in the home folder (XDG Base Directory Specification). Empty where neither is
/// known. Need not exist.
std::filesystem::path cacheFolder();

/// Removes the files of a folder that were written longest ago until the others have at most
/// `limit` bytes. What cannot be removed stays.
void trimFolder(const std::filesystem::path &folder, std::uint64_t limit);

} // namespace quantloupe
