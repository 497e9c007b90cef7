// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/swd_checks.h"

#include "base/error.h"
#include "metrics/laplacian_pyramid.h"

#include <algorithm>
#include <bit>

namespace quantloupe {

namespace {

std::string kindOf(const ImageStack &stack)
{
    return stack.channels == 3 ? "coloured" : "grey";
}

[[noreturn]] void refuse(const std::string &sentence)
{
    throw Error(ErrorKind::BadInput, sentence);
}

std::string pixelsOf(int side)
{
    return std::to_string(side) + " x " + std::to_string(side) + " pixels";
}

void requireCentersFit(const std::vector<PatchCenter> &centers, std::size_t pictures, int side)
{
    if (centers.empty() || centers.size() % pictures != 0)
        refuse("The fixed patches at " + pixelsOf(side) + " are " + std::to_string(centers.size()) +
               ", which is no whole number for each of " + std::to_string(pictures) +
               " pictures; give those drawn for as many pictures.");
    const auto inside = [side](int at) { return at >= kPatchRadius && at < side - kPatchRadius; };
    for (const PatchCenter &center : centers)
        if (!inside(center.x) || !inside(center.y))
            refuse("A fixed patch at " + pixelsOf(side) + " has its centre at " +
                   std::to_string(center.x) + ", " + std::to_string(center.y) +
                   ", which is less than 3 pixels from the border; give those drawn for this "
                   "resolution.");
}

void requireLevels(std::size_t given, std::size_t levels, const std::string &what)
{
    if (given != 0 && given != levels)
        refuse("Fixed " + what + " are given for " + std::to_string(given) +
               " levels, but the "
               "pictures have " +
               std::to_string(levels) + "; give one set for each level.");
}

} // namespace

void requireComparable(const ImageStack &a, const ImageStack &b)
{
    if (a.count == 0 || b.count == 0)
        refuse("A set without pictures has no SWD; give two sets of pictures.");
    if (a.channels != b.channels)
        refuse("One set is " + kindOf(a) + ", the other " + kindOf(b) +
               "; SWD and SWD-grey are different measures, so give sets of one kind.");
    if (a.side != b.side)
        refuse("The pictures have " + pixelsOf(a.side) + " and " + pixelsOf(b.side) +
               "; resize both sets to one size.");
    if (pyramidSides(a.side).empty())
        refuse("Pictures of " + pixelsOf(a.side) + " are too small for SWD, which needs " +
               pixelsOf(kCoarsestSide) + " or more.");
    if (a.count != b.count)
        refuse("SWD needs as many pictures in both sets, but there are " + std::to_string(a.count) +
               " and " + std::to_string(b.count) + "; take the first " +
               std::to_string(std::min(a.count, b.count)) + " of each.");
}

void requireFits(const SwdRequest &request, const ImageStack &set)
{
    if (request.patches < 1 || request.directions < 1)
        refuse("SWD needs at least one patch and one direction.");
    const std::vector<int> sides = pyramidSides(set.side);
    requireLevels(request.fixedCenters.size(), sides.size(), "patches");
    requireLevels(request.fixedDirections.size(), sides.size(), "directions");
    for (std::size_t level = 0; level < request.fixedCenters.size(); ++level) {
        const SwdCenters &centers = request.fixedCenters[level];
        requireCentersFit(centers.a, set.count, sides[level]);
        requireCentersFit(centers.b, set.count, sides[level]);
        if (centers.a.size() != centers.b.size())
            refuse("The fixed patches at " + pixelsOf(sides[level]) +
                   " differ in number between the two sets; give as many for both.");
    }
    for (const SwdDirections &directions : request.fixedDirections)
        if (directions.components != patchComponents(set.channels) || directions.count() == 0)
            refuse("The fixed directions have " + std::to_string(directions.components) +
                   " components, but patches of these pictures have " +
                   std::to_string(patchComponents(set.channels)) + ".");
}

std::string swdName(int channels)
{
    return channels == 3 ? "SWD" : "SWD-grey";
}

bool isPublishedSetting(const ImageStack &set, const SwdRequest &request)
{
    const SwdRequest published;
    const auto isPublished = [&](const SwdCenters &centers) {
        return centers.a.size() == set.count * static_cast<std::size_t>(published.patches);
    };
    const auto areAll = [&](const SwdDirections &directions) {
        return directions.count() == static_cast<std::size_t>(published.directions);
    };
    const bool patches = request.fixedCenters.empty()
                             ? request.patches == published.patches
                             : std::ranges::all_of(request.fixedCenters, isPublished);
    const bool directions = request.fixedDirections.empty()
                                ? request.directions == published.directions
                                : std::ranges::all_of(request.fixedDirections, areAll);
    return set.channels == 3 && std::has_single_bit(static_cast<unsigned>(set.side)) && patches &&
           directions;
}

} // namespace quantloupe
