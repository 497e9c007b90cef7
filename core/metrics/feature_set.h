// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// Vectors of one length, one for each picture, row by row.
struct Features
{
    std::size_t count = 0;
    std::size_t dimension = 0;
    std::vector<float> values;

    std::span<const float> row(std::size_t index) const
    {
        return std::span(values).subspan(index * dimension, dimension);
    }
};

/// What features were computed with; only features that agree in all of it compare. Texts are empty
/// where it is not known, as of a file that does not say.
struct FeatureIdentity
{
    /// "Inception" for the weights of 2015, else inceptionName() or extractorName() of the file.
    std::string extractor;
    /// SHA-256 of the extractor's file, 64 hexadecimal digits.
    std::string sha256;
    /// How pictures become its input: "tf-legacy", "pytorch-fid", "clean", with further words for
    /// stated inputs.
    std::string pipeline;
    std::size_t dimension = 0;

    bool isKnown() const { return !extractor.empty(); }
    bool operator==(const FeatureIdentity &) const = default;
};

/// Whether this is the SHA-256 of the state dict that pytorch-fid publishes; only its 2048 features
/// give a "FID".
bool isPublishedInception(std::string_view sha256);
/// Whether these are an Inception's, which has several depths.
bool isOfInception(const FeatureIdentity &identity);
/// Of an Inception with other weights than those of 2015: "Inception-<stem of the file>".
std::string inceptionName(const std::filesystem::path &file);
/// Of any other network: the stem of its file, or the whole name where the stem would read as an
/// Inception's.
std::string extractorName(const std::filesystem::path &file);

/// "FID" for the 2048 features of the published Inception, "FD-<extractor>-<dimension>" for its
/// others and for Inceptions of other weights, "FD-<extractor>" for any other extractor; "FD" where
/// that is not known.
std::string frechetName(const FeatureIdentity &identity);
/// The same for the kernel distance: "KID", "KID-Inception-768", "KID-<extractor>".
std::string kernelName(const FeatureIdentity &identity);
/// Of any other metric on features, always with the extractor, whose 2048 features are not what it
/// was published with: "Precision-Inception-2048", "Feature-SWD-avatarnet".
std::string featureMetricName(const std::string &metric, const FeatureIdentity &identity);

/// One sentence on what differs between two identities; empty where they agree or where one is not
/// known and only the dimensions could be compared.
std::string differenceOf(const FeatureIdentity &a, const FeatureIdentity &b);

/// Name of the FID network in identities.
inline constexpr std::string_view kInceptionName = "Inception";
/// Features of the published FID, and pictures of each set it asks for at least.
inline constexpr std::size_t kFidDimension = 2048;

} // namespace quantloupe
