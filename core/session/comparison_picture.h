// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare_report.h"
#include "image/image.h"

#include <cstddef>
#include <span>

namespace quantloupe {

struct ComparisonLayout
{
    /// Of samples, at most.
    std::size_t columns = 16;
    /// Pixels. Smaller pictures are enlarged by whole factors up to it.
    int side = 128;
    /// Larger ones are brought down to it.
    bool shrinks = false;
};

/// A row of float, then quantized and difference (signed luminance) of each configuration, for the
/// first pairs, with 4 white pixels around each. All hold the same samples.
Image comparisonPicture(std::span<const CompareReport> configurations,
                        const ComparisonLayout &layout = {});

} // namespace quantloupe
