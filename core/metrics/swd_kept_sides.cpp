// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/swd_kept_sides.h"

#include "base/cache_folder.h"
#include "base/hash.h"
#include "metrics/laplacian_pyramid.h"

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

/// Of the levels of one set, and of all sets.
constexpr std::uint64_t kMostBytesOfOne = std::uint64_t{4} << 30;
constexpr std::uint64_t kMostBytes = std::uint64_t{8} << 30;
/// Changes whenever projections of the same pictures and draws would differ.
constexpr const char *kVersion = "swd side 1";

} // namespace

fs::path keptSideFor(const SwdSideSource &source, const fs::path &folder)
{
    const std::uint64_t bytes = source.directions.count() * source.centers.size() * sizeof(float);
    if (folder.empty() || bytes * pyramidSides(source.pictures.side).size() > kMostBytesOfOne)
        return {};
    Sha256 hash;
    hash.add(std::string(kVersion) + "\n" + std::to_string(source.level) + "\n" +
             std::to_string(source.pictures.side) + "\n" +
             std::to_string(source.pictures.channels) + "\n" +
             std::to_string(source.pictures.count) + "\n" +
             std::to_string(source.directions.components) + "\n");
    hash.add(std::as_bytes(std::span(source.pictures.pixels)));
    hash.add(std::as_bytes(source.centers));
    hash.add(std::as_bytes(std::span(source.directions.values)));
    return folder / hash.hex();
}

void trimKeptSides(const fs::path &folder)
{
    if (!folder.empty())
        trimFolder(folder, kMostBytes);
}

} // namespace quantloupe
