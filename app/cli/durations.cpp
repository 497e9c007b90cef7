// SPDX-License-Identifier: GPL-3.0-or-later
#include "durations.h"

#include "tables.h"

#include <algorithm>
#include <cmath>

namespace quantloupe::cli {

std::string durationText(double seconds)
{
    if (seconds < 100)
        return std::to_string(std::max(1L, std::lround(seconds))) + " s";
    if (seconds < 100 * 60)
        return std::to_string(std::lround(seconds / 60)) + " min";
    return numberText(seconds / 3600, 1) + " h";
}

} // namespace quantloupe::cli
