// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare_layout.h"

namespace quantloupe {

/// Which pictures of a latent are of older settings.
enum class Staleness {
    None,
    /// Those of the present configuration, which was edited.
    Present,
    /// Those of float and of kept configurations too: another sampling, or other inputs.
    All
};

inline bool isStale(PictureRow row, Staleness staleness)
{
    const bool isOfPresent = row != PictureRow::Float && configurationOf(row) == 0;
    return staleness == Staleness::All || (staleness == Staleness::Present && isOfPresent);
}

} // namespace quantloupe
