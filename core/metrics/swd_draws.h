// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quantloupe {

inline constexpr int kPatchSide = 7;
inline constexpr int kPatchRadius = kPatchSide / 2;

/// Middle pixel of a patch; 3..side - 4, so that the patch lies inside.
struct PatchCenter
{
    std::int16_t x = 0;
    std::int16_t y = 0;
};

/// Patches of a level in both sets: those of the first picture, of the second, and so on.
struct SwdCenters
{
    std::vector<PatchCenter> a;
    std::vector<PatchCenter> b;
};

/// Unit vectors, one after the other. The components of a patch are those of the published code:
/// channel, then row, then column (fastest).
struct SwdDirections
{
    std::size_t components = 0;
    std::vector<float> values;

    std::size_t count() const { return components == 0 ? 0 : values.size() / components; }
};

/// Components of a patch of 1 or 3 channels: 49 or 147.
std::size_t patchComponents(int channels);

/// One level of one pair of sets, to draw for.
struct SwdDrawPlan
{
    std::uint64_t seed = 0;
    std::size_t level = 0;
    int side = 0;
    int channels = 3;
    std::size_t pictures = 0;
    int patches = 128;
    int directions = 512;
};

/// The sets of a distance, whose patches are drawn independently.
enum class SwdSide { A, B };

/// Uniform and independent for both sets; pure functions of the plan.
SwdCenters drawCenters(const SwdDrawPlan &plan);
/// Those of one set, of plan.pictures pictures from `first` on.
std::vector<PatchCenter> drawCenters(const SwdDrawPlan &plan, SwdSide side, std::size_t first);
/// Uniform on the sphere: normal components, divided by their length in float64.
SwdDirections drawDirections(const SwdDrawPlan &plan);
/// The same with any number of components. `place` keeps the streams of several draws apart.
SwdDirections drawUnitVectors(std::uint64_t seed, std::uint64_t place, std::size_t components,
                              int count);

} // namespace quantloupe
