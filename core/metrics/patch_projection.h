// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace quantloupe {

/// Directions that are projected on at once.
inline constexpr std::size_t kDirectionLanes = 16;

/// Patches of one picture whose rows lie in it, so that they need not be copied.
struct PatchRows
{
    /// Upper left value of each patch.
    const float *const *corners = nullptr;
    std::size_t patches = 0;
    /// Values from one row of the picture to the next.
    std::size_t stride = 0;
    /// Values of a row of a patch, and rows of it.
    std::size_t rowLength = 0;
    std::size_t rows = 0;
};

/// The scalar products of each patch with 16 directions. `directions` holds 16 values for each
/// value of a patch, row by row; `products` gets 16 for each patch. Sums run in the order of the
/// values, in float32, on every machine.
void projectPatches(const PatchRows &patches, const float *directions, float *products);

} // namespace quantloupe
