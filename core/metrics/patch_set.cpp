// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/patch_set.h"

#include "base/cpu_clones.h"
#include "base/error.h"
#include "base/parallel_for.h"
#include "metrics/laplacian_pyramid.h"
#include "metrics/patch_projection.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr std::size_t kSide = kPatchSide;
/// A variance under this part of the mean square is what rounding leaves of none.
constexpr double kRoundingVariance = 1e-12;

/// Places of patches, each once: on small levels several patches of a picture have the same.
struct DistinctPlaces
{
    std::vector<const float *> places;
    /// Of each patch, its index among `places`.
    std::vector<std::size_t> indices;
};

DistinctPlaces distinctPlaces(const std::vector<const float *> &corners)
{
    DistinctPlaces result{corners, {}};
    std::ranges::sort(result.places);
    result.places.erase(std::ranges::unique(result.places).begin(), result.places.end());
    for (const float *corner : corners)
        result.indices.push_back(static_cast<std::size_t>(
            std::ranges::lower_bound(result.places, corner) - result.places.begin()));
    return result;
}

/// Of a row of pixels, whose channels interleave as in `means` and `deviations`.
QUANTLOUPE_CPU_CLONES
void normalizeRow(std::span<const float> means, std::span<const float> deviations, float *row)
{
    for (std::size_t i = 0; i < means.size(); ++i)
        row[i] = (row[i] - means[i]) / deviations[i];
}

[[noreturn]] void refuseConstant(int side)
{
    const std::string pixels = std::to_string(side) + " x " + std::to_string(side);
    throw Error(ErrorKind::BadInput, "A colour channel has the same value in all patches of a set "
                                     "at " +
                                         pixels +
                                         " pixels, so that SWD cannot normalize it; give pictures "
                                         "with some content.");
}

} // namespace

DirectionBlock::DirectionBlock(const SwdDirections &directions, std::size_t first,
                               std::size_t count, int channels)
    : m_count(count), m_components(directions.components)
{
    m_values.resize(groups() * m_components * kDirectionLanes);
    const auto channelCount = static_cast<std::size_t>(channels);
    for (std::size_t i = 0; i < count; ++i) {
        const float *source = directions.values.data() + (first + i) * m_components;
        float *target = m_values.data() + i / kDirectionLanes * m_components * kDirectionLanes +
                        i % kDirectionLanes;
        for (std::size_t c = 0; c < channelCount; ++c)
            for (std::size_t y = 0; y < kSide; ++y)
                for (std::size_t x = 0; x < kSide; ++x)
                    target[((y * kSide + x) * channelCount + c) * kDirectionLanes] = *source++;
    }
}

std::size_t DirectionBlock::groups() const
{
    return (m_count + kDirectionLanes - 1) / kDirectionLanes;
}

const float *DirectionBlock::group(std::size_t index) const
{
    return m_values.data() + index * m_components * kDirectionLanes;
}

void PatchMoments::add(const PatchMoments &other)
{
    for (std::size_t c = 0; c < kMostChannels; ++c) {
        sums[c] += other.sums[c];
        squares[c] += other.squares[c];
    }
    count += other.count;
}

PatchNormalization normalizationOf(const PatchMoments &moments, int channels, int side)
{
    PatchNormalization normalization;
    for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c) {
        const double mean = moments.sums[c] / moments.count;
        const double square = moments.squares[c] / moments.count;
        const double variance = square - mean * mean;
        if (variance <= kRoundingVariance * square)
            refuseConstant(side);
        normalization.means[c] = static_cast<float>(mean);
        normalization.deviations[c] = static_cast<float>(std::sqrt(variance));
    }
    return normalization;
}

PatchSet::PatchSet(const ImageStack &stack, std::size_t level, std::span<const PatchCenter> centers,
                   int threads, const RunContext &context)
    : PatchSet(stack, level, centers, {})
{
    m_normalization = normalizationOf(moments(threads, context), stack.channels, m_side);
}

PatchSet::PatchSet(const ImageStack &stack, std::size_t level, std::span<const PatchCenter> centers,
                   const PatchNormalization &normalization)
    : m_stack(stack),
      m_level(level),
      m_centers(centers),
      m_side(pyramidSides(stack.side).at(level)),
      m_channels(static_cast<std::size_t>(stack.channels)),
      m_patches(centers.size() / stack.count),
      m_normalization(normalization)
{
}

std::vector<const float *> PatchSet::corners(const std::vector<float> &band,
                                             std::size_t picture) const
{
    std::vector<const float *> result;
    for (const PatchCenter &center : m_centers.subspan(picture * m_patches, m_patches)) {
        const auto left = static_cast<std::size_t>(center.x - kPatchRadius);
        const auto top = static_cast<std::size_t>(center.y - kPatchRadius);
        result.push_back(band.data() +
                         (top * static_cast<std::size_t>(m_side) + left) * m_channels);
    }
    return result;
}

PatchMoments PatchSet::momentsOf(std::size_t picture) const
{
    const std::vector<float> band = laplacianLevel(m_stack, picture, m_level);
    const std::size_t length = kSide * m_channels;
    std::array<double, kSide * kMostChannels> sums{};
    std::array<double, kSide * kMostChannels> squares{};
    for (const float *corner : corners(band, picture))
        for (std::size_t y = 0; y < kSide; ++y)
            for (std::size_t i = 0; i < length; ++i) {
                const double value = corner[y * static_cast<std::size_t>(m_side) * m_channels + i];
                sums[i] += value;
                squares[i] += value * value;
            }
    PatchMoments result;
    for (std::size_t i = 0; i < length; ++i) {
        result.sums[i % m_channels] += sums[i];
        result.squares[i % m_channels] += squares[i];
    }
    result.count = static_cast<double>(m_patches * kSide * kSide);
    return result;
}

PatchMoments PatchSet::moments(int threads, const RunContext &context) const
{
    std::vector<PatchMoments> parts(m_stack.count);
    parallelFor(m_stack.count, threads, context,
                [&](std::size_t picture) { parts[picture] = momentsOf(picture); });
    PatchMoments total;
    for (const PatchMoments &part : parts)
        total.add(part);
    return total;
}

std::vector<float> PatchSet::normalizedBand(std::size_t picture) const
{
    std::vector<float> band = laplacianLevel(m_stack, picture, m_level);
    std::vector<float> means;
    std::vector<float> deviations;
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_side) * m_channels; ++i) {
        means.push_back(m_normalization.means[i % m_channels]);
        deviations.push_back(m_normalization.deviations[i % m_channels]);
    }
    for (std::size_t row = 0; row < band.size(); row += means.size())
        normalizeRow(means, deviations, band.data() + row);
    return band;
}

void PatchSet::projectPicture(std::size_t picture, const DirectionBlock &block,
                              std::vector<float> &projections) const
{
    const std::vector<float> band = normalizedBand(picture);
    const DistinctPlaces distinct = distinctPlaces(corners(band, picture));
    const PatchRows rows = {distinct.places.data(), distinct.places.size(),
                            static_cast<std::size_t>(m_side) * m_channels, kSide * m_channels,
                            kSide};
    std::vector<float> products(distinct.places.size() * kDirectionLanes);
    for (std::size_t group = 0; group < block.groups(); ++group) {
        projectPatches(rows, block.group(group), products.data());
        const std::size_t first = group * kDirectionLanes;
        for (std::size_t lane = 0; lane < std::min(kDirectionLanes, block.count() - first);
             ++lane) {
            float *target = projections.data() + (first + lane) * size() + picture * m_patches;
            for (std::size_t patch = 0; patch < m_patches; ++patch)
                target[patch] = products[distinct.indices[patch] * kDirectionLanes + lane];
        }
    }
}

void PatchSet::project(const DirectionBlock &block, std::vector<float> &projections, int threads,
                       const RunContext &context) const
{
    projections.resize(block.count() * size());
    parallelFor(m_stack.count, threads, context,
                [&](std::size_t picture) { projectPicture(picture, block, projections); });
}

} // namespace quantloupe
