// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/image_stack.h"
#include "metrics/swd_draws.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// How a sliced Wasserstein distance is drawn and computed. The defaults are the published ones.
struct SwdRequest
{
    /// Of the streams Patches and Directions; levels, sets and pictures draw from streams of their
    /// own, so that the first pictures keep their patches when more are added.
    std::uint64_t seed = 0;
    /// Of a picture and a level; > 0.
    int patches = 128;
    /// Of a level, the published 4 repeats of 128; > 0.
    int directions = 512;
    /// Fixed draws, one entry a level from the finest on; empty: drawn. Each entry sets the number
    /// of its patches or directions by its size.
    std::vector<SwdCenters> fixedCenters;
    std::vector<SwdDirections> fixedDirections;
    /// 0 takes every core. The numbers do not depend on it.
    int threads = 1;
    /// Bound on the projections kept at a time. The numbers do not depend on it.
    std::size_t projectionBytes = std::size_t{1} << 30;
    /// Where sorted projections of the second set are kept, so that the next distance to it costs
    /// the first set's side only; empty keeps none. A set of more than 4 GiB of them is not kept,
    /// and the folder has 8 GiB at most. The numbers do not depend on it.
    std::filesystem::path keptSides = {};
};

struct SwdLevel
{
    /// Side of the pictures in pixels.
    int resolution = 0;
    /// Times 1000, as it is published.
    double value = 0;
};

struct SwdResult
{
    /// "SWD"; "SWD-grey" where the pictures are grey, which compares with nothing else.
    std::string name;
    /// Mean over the levels.
    double value = 0;
    /// Pictures of each set.
    std::size_t n = 0;
    std::vector<SwdLevel> levels;
    /// The real-vs-real distance at the same n, where it was asked for.
    std::optional<double> floor;
    /// Whether it is the published metric: colours, a side that is a power of two, 128 patches and
    /// 512 directions.
    bool standard = false;
    std::uint64_t seed = 0;
};

/// Sliced Wasserstein distance of two sets of equal size (Karras, Aila, Laine, Lehtinen 2018,
/// section 5 and their code `sliced_wasserstein.py`). Per level of the Laplacian pyramid: patches
/// of 7 x 7 pixels of all pictures, each set normalized per channel by the mean and the population
/// deviation over its patches; for every direction the patches' projections of both sets are sorted
/// and their mean absolute difference taken; the mean over directions, times 1000.
///
/// Projections are computed in float32, in blocks of 16 to 128 directions that fit
/// `projectionBytes`; moments and means in float64. The result is within 1e-6 (relative) of float64
/// throughout, and within 1e-5 of the published code, whose numpy sums moments in float32. Beyond
/// the sets and their patch centres, memory is 8 x n x patches bytes for each direction of a block.
///
/// Throws Error{BadInput} in one sentence if the sets differ in count, side or channels, are empty
/// or under 16 pixels wide, if fixed draws do not fit, or if a channel is constant; Cancelled.
SwdResult swd(const ImageStack &a, const ImageStack &b, const SwdRequest &request,
              const RunContext &context);

/// The distance between two disjoint halves of `n` pictures each, drawn from `set` by the seed:
/// what a perfect generator would get. Fixed centres are left aside, because they belong to other
/// pictures. Throws as swd(), and Error{BadInput} if `set` has fewer than 2 n pictures.
SwdResult swdFloor(const ImageStack &set, std::size_t n, const SwdRequest &request,
                   const RunContext &context);

} // namespace quantloupe
