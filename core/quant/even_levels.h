// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace quantloupe {

/// `count` (2 at least) equally spaced levels from `first` to `last`, both exactly among them: what
/// a packed weight says of a codebook with two numbers, so that all levels follow from them bit for
/// bit.
inline std::vector<double> evenLevels(float first, float last, std::size_t count)
{
    const auto steps = static_cast<double>(count - 1);
    std::vector<double> levels;
    levels.reserve(count);
    for (std::size_t code = 0; code < count; ++code) {
        const auto above = static_cast<double>(code);
        levels.push_back((first * (steps - above) + last * above) / steps);
    }
    return levels;
}

} // namespace quantloupe
