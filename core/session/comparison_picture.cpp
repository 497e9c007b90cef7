// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/comparison_picture.h"

#include "image/image_resize.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace quantloupe {

namespace {

constexpr double kDifferenceGain = 4;
constexpr int kGap = 4;
constexpr std::uint8_t kWhite = 255;

Image cellOf(const Image &image, const ComparisonLayout &layout)
{
    const int side = std::max({1, image.width, image.height});
    if (side <= layout.side || !layout.shrinks)
        return enlarge(image, std::max(1, layout.side / side));
    const auto shrunk = [&](int length) { return std::max(1, length * layout.side / side); };
    return resized(image, shrunk(image.width), shrunk(image.height), ResizeFilter::Area);
}

} // namespace

Image comparisonPicture(std::span<const CompareReport> configurations,
                        const ComparisonLayout &layout)
{
    std::vector<std::vector<Image>> rows(1);
    for (const CompareReport &report : configurations) {
        std::vector<Image> quantized;
        std::vector<Image> differences;
        for (std::size_t i = 0; i < std::min(report.pairs.size(), layout.columns); ++i) {
            const SamplePair &pair = report.pairs[i];
            const Image delta = difference(pair.reference, pair.quantized,
                                           DifferenceKind::SignedLuminance, kDifferenceGain);
            if (rows.size() == 1)
                rows[0].push_back(cellOf(pair.reference, layout));
            quantized.push_back(cellOf(pair.quantized, layout));
            differences.push_back(cellOf(delta, layout));
        }
        rows.push_back(std::move(quantized));
        rows.push_back(std::move(differences));
    }
    return grid(rows, kGap, kWhite);
}

} // namespace quantloupe
