// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quantloupe {

/// Memory that sorting reuses from one call to the next.
struct SortScratch
{
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> second;
};

/// Ascending; -0 comes before 0. The values must be finite. Long arrays are sorted by their bits in
/// three rounds of 11.
void sortAscending(std::span<float> values, SortScratch &scratch);

/// The Wasserstein distance of order 1 of two samples of equal size on a line: the mean absolute
/// difference of the sorted ones, summed in float64 in order. `a` is sorted in place; `sorted` is
/// ascending.
double distanceToSorted(std::span<float> a, std::span<const float> sorted, SortScratch &scratch);
/// The same of two samples that are not sorted yet.
double sortedDistance(std::span<float> a, std::span<float> b, SortScratch &scratch);

} // namespace quantloupe
