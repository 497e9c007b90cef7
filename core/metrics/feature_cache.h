// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"
#include "metrics/feature_extractor.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace quantloupe {

/// Features of pictures that were measured before, on disk: one file for each run of pictures,
/// named by a hash of the pictures' contents and of all that the features depend on. Damaged files
/// count as missing. The folder is kept under 4 GiB.
class FeatureCache
{
public:
    /// An empty folder keeps nothing.
    explicit FeatureCache(std::filesystem::path folder);

    /// From the cache, or computed and kept. Where the folder cannot be written, they are only
    /// computed. Throws as FeatureExtractor::extract().
    Features features(std::span<const Image> images, const FeatureExtractor &extractor, int threads,
                      const RunContext &context) const;

private:
    std::optional<Features> find(const std::filesystem::path &file) const;
    void keep(const std::filesystem::path &file, const Features &features) const;

    std::filesystem::path m_folder;
};

} // namespace quantloupe
