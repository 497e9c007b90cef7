// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/feature_set.h"

namespace quantloupe {

namespace {

bool isPublished(const FeatureIdentity &identity)
{
    return identity.extractor == kInceptionName && identity.dimension == kFidDimension;
}

std::string suffix(const FeatureIdentity &identity)
{
    if (!identity.isKnown())
        return {};
    const std::string extractor = "-" + identity.extractor;
    return identity.extractor == kInceptionName
               ? extractor + "-" + std::to_string(identity.dimension)
               : extractor;
}

std::string differing(const std::string &what, const std::string &a, const std::string &b)
{
    return "the sets were measured with different " + what + " (" + a + " and " + b + ")";
}

} // namespace

std::string frechetName(const FeatureIdentity &identity)
{
    return isPublished(identity) ? "FID" : "FD" + suffix(identity);
}

std::string kernelName(const FeatureIdentity &identity)
{
    return isPublished(identity) ? "KID" : "KID" + suffix(identity);
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
