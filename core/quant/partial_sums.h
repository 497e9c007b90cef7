// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace quantloupe {

/// The order in which this library adds many doubles where the sum decides something (an error, a
/// mean): term i goes into partial sum i mod kPartialSums, each from 0 in ascending order of i;
/// then for width = kPartialSums / 2, ..., 2, 1 partial sum j += partial sum j + width for j below
/// width; the first is the result. A fixed order makes every instruction set give the same bits.
inline constexpr std::size_t kPartialSums = 64;

struct PartialSums
{
    double sum[kPartialSums] = {};

    double total()
    {
        for (std::size_t width = kPartialSums / 2; width > 0; width /= 2)
            for (std::size_t j = 0; j < width; ++j)
                sum[j] += sum[j + width];
        return sum[0];
    }
};

/// Calls add(i, i mod kPartialSums) for i below `count`, ascending. In whole turns, so that the
/// compiler knows how many terms it may take together.
template <typename Add>
[[gnu::always_inline]] inline void inTurns(std::size_t count, Add add)
{
    std::size_t i = 0;
    for (; i + kPartialSums <= count; i += kPartialSums)
        for (std::size_t j = 0; j < kPartialSums; ++j)
            add(i + j, j);
    for (std::size_t j = 0; i + j < count; ++j)
        add(i + j, j);
}

} // namespace quantloupe
