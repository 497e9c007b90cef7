// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/features/preparation_metadata.h"

#include "model/archive/archive_error.h"

#include <algorithm>
#include <charconv>

namespace quantloupe {

namespace {

constexpr const char *kCrop = "crop";
constexpr const char *kSide = "side";
constexpr const char *kFilter = "filter";

std::string textOf(const std::map<std::string, std::string> &metadata, const char *key)
{
    const auto found = metadata.find(key);
    return found == metadata.end() ? std::string() : found->second;
}

/// -1 for anything but a number of pixels.
int sideIn(const std::string &text)
{
    int side = -1;
    const char *end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, side);
    return result.ec == std::errc() && result.ptr == end ? side : -1;
}

} // namespace

void addPreparation(const ImagePreparation &preparation,
                    std::map<std::string, std::string> &metadata)
{
    metadata[kCrop] = name(preparation.crop);
    metadata[kSide] = std::to_string(preparation.side);
    if (preparation.side != 0)
        metadata[kFilter] = name(preparation.filter);
}

std::optional<ImagePreparation> preparationIn(const std::map<std::string, std::string> &metadata,
                                              const std::string &file)
{
    const std::string crop = textOf(metadata, kCrop);
    if (crop.empty())
        return {};
    const std::vector<std::string> &filters = resizeFilterNames();
    const std::string filter = textOf(metadata, kFilter);
    ImagePreparation preparation;
    preparation.side = sideIn(textOf(metadata, kSide));
    const bool isKnownCrop = crop == name(Crop::Center) || crop == name(Crop::None);
    const bool isKnownFilter = preparation.side == 0 || std::ranges::count(filters, filter) > 0;
    if (preparation.side < 0 || !isKnownCrop || !isKnownFilter)
        throwBadArchive(file, "does not tell how its pictures were cropped and resized in words "
                              "that are known; write it again.");
    preparation.crop = crop == name(Crop::Center) ? Crop::Center : Crop::None;
    if (preparation.side != 0)
        preparation.filter = parseResizeFilter(filter);
    return preparation;
}

} // namespace quantloupe
