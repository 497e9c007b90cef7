// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/image_stack.h"
#include "metrics/swd_draws.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace quantloupe {

/// A run of directions in the order in which patches lie in a picture, 16 side by side.
class DirectionBlock
{
public:
    /// `count` of `directions` from `first` on, for patches of `channels` interleaved channels.
    DirectionBlock(const SwdDirections &directions, std::size_t first, std::size_t count,
                   int channels);
    std::size_t count() const { return m_count; }
    std::size_t groups() const;
    /// Components x 16 values; directions that do not exist are 0.
    const float *group(std::size_t index) const;

private:
    std::size_t m_count;
    std::size_t m_components;
    std::vector<float> m_values;
};

inline constexpr std::size_t kMostChannels = 3;

/// Sums over all values of patches, per channel; those of parts of a set add up.
struct PatchMoments
{
    std::array<double, kMostChannels> sums{};
    std::array<double, kMostChannels> squares{};
    /// Values of a channel.
    double count = 0;

    void add(const PatchMoments &other);
};

/// What makes a value of a channel normal: less the mean, by the deviation.
struct PatchNormalization
{
    std::array<float, kMostChannels> means{};
    std::array<float, kMostChannels> deviations{};
};

/// By the population deviation. Throws Error{BadInput} if one of the first `channels` is constant;
/// `side` is for the message.
PatchNormalization normalizationOf(const PatchMoments &moments, int channels, int side);

/// The patches of one set at one level of its pyramid, normalized per channel by the mean and the
/// population deviation over all of them. Kept as their places only: each use makes the level of
/// the pictures anew, which costs less than the memory. The stack and the centres must outlive it.
class PatchSet
{
public:
    /// Measures the moments. Throws Error{BadInput} if a channel is constant, Cancelled.
    PatchSet(const ImageStack &stack, std::size_t level, std::span<const PatchCenter> centers,
             int threads, const RunContext &context);
    /// A part of a set, normalized as the whole.
    PatchSet(const ImageStack &stack, std::size_t level, std::span<const PatchCenter> centers,
             const PatchNormalization &normalization);
    std::size_t size() const { return m_centers.size(); }
    /// projections[direction * size() + patch], patches in the order of their centres.
    void project(const DirectionBlock &block, std::vector<float> &projections, int threads,
                 const RunContext &context) const;

    /// Of these patches as they are, added up picture by picture.
    PatchMoments moments(int threads, const RunContext &context) const;

private:
    std::vector<const float *> corners(const std::vector<float> &band, std::size_t picture) const;
    PatchMoments momentsOf(std::size_t picture) const;
    std::vector<float> normalizedBand(std::size_t picture) const;
    void projectPicture(std::size_t picture, const DirectionBlock &block,
                        std::vector<float> &projections) const;

    const ImageStack &m_stack;
    std::size_t m_level;
    std::span<const PatchCenter> m_centers;
    int m_side;
    std::size_t m_channels;
    std::size_t m_patches;
    PatchNormalization m_normalization;
};

} // namespace quantloupe
