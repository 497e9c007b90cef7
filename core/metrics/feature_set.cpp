// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/feature_set.h"

namespace quantloupe {

namespace {

/// What pytorch-fid's file of the weights of 2015 is named after.
constexpr std::string_view kPublishedSha256 = "6726825d";

bool isPublished(const FeatureIdentity &identity)
{
    return identity.extractor == kInceptionName && identity.dimension == kFidDimension &&
           isPublishedInception(identity.sha256);
}

bool readsAsInception(const std::string &extractor)
{
    return extractor == kInceptionName || extractor.starts_with(std::string(kInceptionName) + "-");
}

std::string suffix(const FeatureIdentity &identity)
{
    if (!identity.isKnown())
        return {};
    const std::string extractor = "-" + identity.extractor;
    return isOfInception(identity) ? extractor + "-" + std::to_string(identity.dimension)
                                   : extractor;
}

std::string differing(const std::string &what, const std::string &a, const std::string &b)
{
    return "the sets were measured with different " + what + " (" + a + " and " + b + ")";
}

} // namespace

bool isOfInception(const FeatureIdentity &identity)
{
    return readsAsInception(identity.extractor);
}

bool isPublishedInception(std::string_view sha256)
{
    return sha256.starts_with(kPublishedSha256);
}

std::string inceptionName(const std::filesystem::path &file)
{
    return std::string(kInceptionName) + "-" + file.stem().string();
}

std::string extractorName(const std::filesystem::path &file)
{
    const std::string stem = file.stem().string();
    return readsAsInception(stem) ? file.filename().string() : stem;
}

std::string frechetName(const FeatureIdentity &identity)
{
    return isPublished(identity) ? "FID" : "FD" + suffix(identity);
}

std::string kernelName(const FeatureIdentity &identity)
{
    return isPublished(identity) ? "KID" : "KID" + suffix(identity);
}

std::string featureMetricName(const std::string &metric, const FeatureIdentity &identity)
{
    return metric + suffix(identity);
}

std::string differenceOf(const FeatureIdentity &a, const FeatureIdentity &b)
{
    if (a.dimension != b.dimension)
        return differing("numbers of features", std::to_string(a.dimension),
                         std::to_string(b.dimension));
    if (!a.isKnown() || !b.isKnown())
        return {};
    if (a.extractor != b.extractor)
        return differing("extractors", a.extractor, b.extractor);
    if (a.sha256 != b.sha256)
        return differing("weights of " + a.extractor, a.sha256.substr(0, 12),
                         b.sha256.substr(0, 12));
    if (a.pipeline != b.pipeline)
        return differing("pipelines", a.pipeline, b.pipeline);
    return {};
}

} // namespace quantloupe
