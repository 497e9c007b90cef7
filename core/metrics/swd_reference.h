// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/swd.h"

/// Slow and obvious, in float64 throughout: the measure of every fast path.
namespace quantloupe::reference {

/// Level `level` of a picture's Laplacian pyramid as rows, columns, channels; each filter a sum
/// over 25 weights.
std::vector<double> laplacianLevel(const ImageStack &stack, std::size_t picture, std::size_t level);

enum class SwdMoments {
    Exact,    ///< Mean and deviation in float64.
    Published ///< As the published code gets them: summed by numpy in float32, patch by patch. Its
              ///< distances are off by some 1e-6 (relative) for this.
};

/// The levels of swd() for the request's own draws, fixed or not. Checks nothing.
std::vector<SwdLevel> swdLevels(const ImageStack &a, const ImageStack &b, const SwdRequest &request,
                                SwdMoments moments = SwdMoments::Exact);

} // namespace quantloupe::reference
