// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace quantloupe {

struct ZipFile
{
    std::string name;
    std::vector<std::byte> bytes;
};

/// A zip archive of stored (not deflated) members, the same for the same contents. Throws
/// Error{Internal} for more than 65,535 members or 4 GiB.
std::vector<std::byte> encodeZip(const std::vector<ZipFile> &files);

} // namespace quantloupe
