// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/source_writer.h"

#include <cstdint>
#include <vector>

namespace quantloupe {

/// A geometry a transposed convolution may have, and how unusual it is (0 for the common one).
struct GeometryOption
{
    ConvolutionGeometry geometry;
    double cost = 0;
};

/// Side of the output map of a transposed convolution.
std::int64_t transposedSide(std::int64_t side, std::int64_t kernel,
                            const ConvolutionGeometry &geometry);

/// What published generators do with a kernel of this size on a map of this side, likeliest first.
std::vector<GeometryOption> transposedOptions(std::int64_t kernel, std::int64_t side);

} // namespace quantloupe
