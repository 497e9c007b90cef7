// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/laplacian_pyramid.h"
#include "metrics/swd.h"

#include <vector>

/// Sliced Wasserstein distances with few patches and directions.
namespace swd_runs {

using namespace quantloupe;

inline SwdRequest smallRequest()
{
    SwdRequest request;
    request.patches = 32;
    request.directions = 40;
    return request;
}

inline SwdResult run(const ImageStack &a, const ImageStack &b,
                     const SwdRequest &request = smallRequest())
{
    return swd(a, b, request, RunContext());
}

/// The patches of set b are those of set a.
inline SwdRequest samePatches(const ImageStack &set)
{
    SwdRequest request = smallRequest();
    const std::vector<int> sides = pyramidSides(set.side);
    for (std::size_t level = 0; level < sides.size(); ++level) {
        SwdCenters centers = drawCenters({request.seed, level, sides[level], set.channels,
                                          set.count, request.patches, request.directions});
        centers.b = centers.a;
        request.fixedCenters.push_back(centers);
    }
    return request;
}

} // namespace swd_runs
