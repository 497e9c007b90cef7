// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_stack.h"
#include "metrics/swd_draws.h"

#include <filesystem>
#include <span>

namespace quantloupe {

/// A set at one level of SWD, and what it is projected with.
struct SwdSideSource
{
    const ImageStack &pictures;
    std::size_t level;
    std::span<const PatchCenter> centers;
    const SwdDirections &directions;
};

/// The file of its sorted projections in `folder`, named by a hash of all that they depend on.
/// Empty where there is no folder or there are too many.
std::filesystem::path keptSideFor(const SwdSideSource &source, const std::filesystem::path &folder);

/// Keeps the folder at its size; see SwdRequest::keptSides.
void trimKeptSides(const std::filesystem::path &folder);

} // namespace quantloupe
