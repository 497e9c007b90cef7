// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/swd_draws.h"

#include "base/hash.h"
#include "base/random_stream.h"

#include <cmath>

namespace quantloupe {

namespace {

void appendDirection(RandomStream random, SwdDirections &directions)
{
    std::vector<double> normals(directions.components);
    double squares = 0;
    for (double &value : normals) {
        value = random.normal();
        squares += value * value;
    }
    for (const double value : normals)
        directions.values.push_back(static_cast<float>(value / std::sqrt(squares)));
}

} // namespace

std::size_t patchComponents(int channels)
{
    return static_cast<std::size_t>(kPatchSide * kPatchSide * channels);
}

std::vector<PatchCenter> drawCenters(const SwdDrawPlan &plan, SwdSide side, std::size_t first)
{
    const std::uint64_t place =
        mixHash(mixHash(0, plan.level), side == SwdSide::A ? std::uint64_t{0} : std::uint64_t{1});
    const auto choices = static_cast<std::uint64_t>(plan.side - 2 * kPatchRadius);
    std::vector<PatchCenter> centers;
    centers.reserve(plan.pictures * static_cast<std::size_t>(plan.patches));
    const auto coordinate = [&](RandomStream &random) {
        return static_cast<std::int16_t>(kPatchRadius + static_cast<int>(random.below(choices)));
    };
    for (std::size_t picture = first; picture < first + plan.pictures; ++picture) {
        RandomStream random(plan.seed, StreamRole::Patches, mixHash(place, picture));
        for (int patch = 0; patch < plan.patches; ++patch) {
            const std::int16_t x = coordinate(random);
            centers.push_back({x, coordinate(random)});
        }
    }
    return centers;
}

SwdCenters drawCenters(const SwdDrawPlan &plan)
{
    return {drawCenters(plan, SwdSide::A, 0), drawCenters(plan, SwdSide::B, 0)};
}

SwdDirections drawUnitVectors(std::uint64_t seed, std::uint64_t place, std::size_t components,
                              int count)
{
    SwdDirections directions;
    directions.components = components;
    directions.values.reserve(components * static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        appendDirection(RandomStream(seed, StreamRole::Directions,
                                     mixHash(place, static_cast<std::uint64_t>(i))),
                        directions);
    return directions;
}

SwdDirections drawDirections(const SwdDrawPlan &plan)
{
    return drawUnitVectors(plan.seed, mixHash(0, plan.level), patchComponents(plan.channels),
                           plan.directions);
}

} // namespace quantloupe
