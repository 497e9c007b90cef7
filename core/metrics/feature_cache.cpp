// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/feature_cache.h"

#include "base/cache_folder.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/hash.h"

#include <array>
#include <cstring>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{4} << 30;
constexpr std::uint64_t kMostBytesOfOne = std::uint64_t{1} << 30;
/// Changes whenever features of the same name and weights would differ.
constexpr const char *kVersion = "features 1";

/// Before the values in a file.
struct Header
{
    std::array<char, 64> sha256{};
    std::uint64_t count = 0;
    std::uint64_t dimension = 0;
};

void addNumbers(Sha256 &hash, const std::vector<double> &numbers)
{
    hash.add(std::as_bytes(std::span(numbers)));
}

std::string keyOf(std::span<const Image> images, const FeatureExtractor &extractor)
{
    const FeatureIdentity &identity = extractor.identity();
    const InputPreparation &preparation = extractor.preparation();
    Sha256 hash;
    hash.add(std::string(kVersion) + "\n" + identity.extractor + "\n" + identity.sha256 + "\n" +
             identity.pipeline + "\n" + std::string(name(preparation.resize)) + "\n");
    addNumbers(hash,
               {static_cast<double>(identity.dimension), static_cast<double>(preparation.side),
                preparation.scale[0], preparation.scale[1], preparation.scale[2],
                preparation.offset[0], preparation.offset[1], preparation.offset[2]});
    for (const Image &image : images) {
        addNumbers(hash, {static_cast<double>(image.width), static_cast<double>(image.height),
                          static_cast<double>(image.channels)});
        hash.add(std::as_bytes(std::span(image.pixels)));
    }
    return hash.hex();
}

/// Of the values and of the name they are kept under, so that a file does not pass for another.
std::string sumOf(const fs::path &file, std::span<const std::byte> values)
{
    Sha256 hash;
    hash.add(file.filename().string());
    hash.add(values);
    return hash.hex();
}

} // namespace

FeatureCache::FeatureCache(fs::path folder) : m_folder(std::move(folder))
{
    if (m_folder.empty())
        return;
    std::error_code ignored;
    fs::create_directories(m_folder, ignored);
    trimFolder(m_folder, kMostBytes);
}

Features FeatureCache::features(std::span<const Image> images, const FeatureExtractor &extractor,
                                int threads, const RunContext &context) const
{
    if (m_folder.empty())
        return extractor.extract(images, threads, context);
    const fs::path file = m_folder / keyOf(images, extractor);
    if (std::optional<Features> known = find(file);
        known && known->count == images.size() &&
        known->dimension == extractor.identity().dimension)
        return std::move(*known);
    Features fresh = extractor.extract(images, threads, context);
    keep(file, fresh);
    return fresh;
}

std::optional<Features> FeatureCache::find(const fs::path &file) const
{
    std::error_code missing;
    if (!fs::is_regular_file(file, missing))
        return {};
    try {
        const std::vector<std::byte> bytes = readFile(file, kMostBytesOfOne);
        Header header;
        if (bytes.size() < sizeof(Header))
            return {};
        std::memcpy(&header, bytes.data(), sizeof(Header));
        const std::span values = std::span(bytes).subspan(sizeof(Header));
        const std::size_t count = values.size() / sizeof(float);
        if (header.dimension == 0 || header.count != count / header.dimension ||
            count % header.dimension != 0 || values.size() % sizeof(float) != 0 ||
            sumOf(file, values) != std::string(header.sha256.begin(), header.sha256.end()))
            return {};
        Features features{header.count, header.dimension, std::vector<float>(count)};
        std::memcpy(features.values.data(), values.data(), values.size());
        return features;
    } catch (const Error &) {
        return {};
    }
}

void FeatureCache::keep(const fs::path &file, const Features &features) const
{
    const std::span values = std::as_bytes(std::span(features.values));
    Header header{{}, features.count, features.dimension};
    const std::string sum = sumOf(file, values);
    std::copy(sum.begin(), sum.end(), header.sha256.begin());
    std::vector<std::byte> bytes(sizeof(Header) + values.size());
    std::memcpy(bytes.data(), &header, sizeof(Header));
    std::copy(values.begin(), values.end(), bytes.begin() + sizeof(Header));
    try {
        writeFileAtomically(file, bytes);
    } catch (const Error &) {
        // A cache that cannot be written costs time only.
    }
}

} // namespace quantloupe
